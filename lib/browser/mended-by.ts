import type { DraftRow } from '../local/rows';

/** The application a draft was made from to mend it. */
export function mendedBy({ mends, supersedes }: Pick<DraftRow, 'mends' | 'supersedes'>): string | undefined {
  return mends ?? supersedes;
}
