import { citizenName } from '../forms/citizen-name';
import { maskName } from '../forms/mask';
import type { DraftRow } from '../local/rows';
import type { WorkRoom } from './work-room';

/** Masked names of drafts, opened once per change of each: a board of a heavy day must not open forty boxes a second. */
export function createDraftTitles(room: WorkRoom) {
  const known = new Map<string, { readonly updatedAt: number; readonly title: string | null }>();

  async function titleOf(row: DraftRow): Promise<string | null> {
    const held = known.get(row.id);
    if (held?.updatedAt === row.updatedAt) return held.title;
    const content = await room.drafts.open(row);
    const pinned = content && (await room.drafts.pinned(row.serviceId, row.serviceVersion));
    const name = content && pinned ? citizenName(pinned.definition, content.answers) : null;
    const title = name === null ? null : maskName(name);
    known.set(row.id, { updatedAt: row.updatedAt, title });
    return title;
  }

  return {
    async titles(rows: readonly DraftRow[]): Promise<ReadonlyMap<string, string | null>> {
      return new Map(await Promise.all(rows.map(async (row) => [row.id, await titleOf(row)] as const)));
    },
  };
}
