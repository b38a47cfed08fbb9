import type { DeskCase } from '@/lib/contract/wire';

type Paper = DeskCase['attachments'][number];

export interface NumberedFile {
  readonly paper: Paper;
  /** Which file of its paper it is; null when it is the only one. */
  readonly number: number | null;
}

/** Files of one paper have one name: they are told apart by their number. */
export function numberFiles(papers: readonly Paper[]): readonly NumberedFile[] {
  return papers.map((paper) => {
    const files = papers.filter(({ slot }) => slot === paper.slot);
    return { paper, number: files.length === 1 ? null : files.indexOf(paper) + 1 };
  });
}
