import { citizenName } from '../forms/citizen-name';
import { maskName } from '../forms/mask';
import type { DraftRow } from '../local/rows';
import { VaultLockedError } from '../local/vault-locked';
import type { WorkRoom } from './work-room';

/** Masked names of drafts, opened once per change of each: a board of a heavy day must not open forty boxes a second. */
export function createDraftTitles(room: WorkRoom) {
  const known = new Map<string, { readonly updatedAt: number; readonly title: string | null }>();

  /** Definitions while one reading of the board goes on: many drafts, few services. */
  type Definitions = Map<string, ReturnType<WorkRoom['drafts']['pinned']>>;

  function pinnedOf({ serviceId, serviceVersion }: DraftRow, read: Definitions) {
    const key = `${serviceId} ${serviceVersion}`;
    const pinned = read.get(key) ?? room.drafts.pinned(serviceId, serviceVersion);
    read.set(key, pinned);
    return pinned;
  }

  async function titleOf(row: DraftRow, read: Definitions): Promise<string | null> {
    const held = known.get(row.id);
    if (held?.updatedAt === row.updatedAt) return held.title;
    const content = await room.drafts.open(row).catch(nothingIfLocked);
    if (content === undefined) return null;
    const pinned = content && (await pinnedOf(row, read));
    const name = content && pinned ? citizenName(pinned.definition, content.answers) : null;
    const title = name === null ? null : maskName(name);
    known.set(row.id, { updatedAt: row.updatedAt, title });
    return title;
  }

  return {
    async titles(rows: readonly DraftRow[]): Promise<ReadonlyMap<string, string | null>> {
      const read: Definitions = new Map();
      return new Map(await Promise.all(rows.map(async (row) => [row.id, await titleOf(row, read)] as const)));
    },
  };
}

/** Behind the lock nothing has a name; what was asked for then is asked for again. */
function nothingIfLocked(error: unknown): undefined {
  if (!(error instanceof VaultLockedError)) throw error;
}
