import type { DeskCase } from '@/lib/contract/wire';

type Paper = DeskCase['attachments'][number];

export interface NumberedPaper {
  readonly paper: Paper;
  /** Which file of its paper it is; null when it is the only one. */
  readonly page: number | null;
}

/** Files of one paper have one name: they are told apart by their number. */
export function numberPages(papers: readonly Paper[]): readonly NumberedPaper[] {
  return papers.map((paper) => {
    const pages = papers.filter(({ slot }) => slot === paper.slot);
    return { paper, page: pages.length === 1 ? null : pages.indexOf(paper) + 1 };
  });
}
