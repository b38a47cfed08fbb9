import type { DraftStore } from '../local/dexie-draft-store';
import type { DraftContent, DraftRow } from '../local/rows';
import { err, ok, type Result } from '../shared/result';
import type { SaveProblem } from './api';
import type { DraftMutation } from './draft-mutation';
import { saveProblemOf } from './save-problem';

export type WriteProblem = SaveProblem | { readonly type: 'gone' };

export interface OpenDraft {
  readonly row: DraftRow;
  readonly content: DraftContent;
}

/** Times two tabs may cross each other in one write before it is left for the next. */
const CROSSINGS = 20;

/**
 * Writes mutations over the draft as it is now. When another tab wrote meanwhile, its words are read and the mutations
 * made again over them: neither tab's fields are lost. `gone`: discarded, or queued by another tab.
 */
export async function writeDraft(
  drafts: DraftStore,
  open: OpenDraft,
  { mutations, now }: { readonly mutations: readonly DraftMutation[]; readonly now: number },
): Promise<Result<OpenDraft, WriteProblem>> {
  let base = open;
  try {
    for (let tries = 0; tries < CROSSINGS; tries += 1) {
      const content = mutations.reduce((before, { apply }) => apply(before), base.content);
      const outcome = await drafts.save(
        base.row,
        {
          content,
          addFiles: mutations.flatMap(({ addFiles = [] }) => addFiles),
          removeFiles: mutations.flatMap(({ removeFiles = [] }) => removeFiles),
        },
        now,
      );
      if (outcome.type === 'saved') return ok({ row: outcome.row, content });
      const row = outcome.type === 'missing' ? null : await drafts.row(base.row.id);
      const theirs = row?.state === 'open' ? await drafts.open(row) : null;
      if (row === null || theirs === null) return err({ type: 'gone' });
      base = { row, content: theirs };
    }
    return err({ type: 'store-down' });
  } catch (error) {
    return err(saveProblemOf(error));
  }
}
