import type { ServerKeys } from '../contract/wire';
import type { OneTimeSealKey } from '../crypto/seal-session';
import { beginSealSession } from '../crypto/seal-session';
import { heldSealSessions, type SealRoom } from './held-seal-sessions';

/** A session that lay about for longer is not gone on with: a working day. */
const LONGEST_MS = 12 * 60 * 60 * 1000;

/**
 * The key to seal one application with. A window goes on with its session until it is used up or old, the server has
 * another key, another person works, or somebody signed in or out.
 */
export async function takeSealKey(
  room: SealRoom,
  { owner, seal }: { readonly owner: string; readonly seal: ServerKeys['seal'] },
): Promise<OneTimeSealKey> {
  for (;;) {
    const now = room.now();
    const held = heldSealSessions.get(room);
    const age = now - (held?.begunAt ?? 0);
    const goesOn =
      held?.owner === owner && isSameKey(held.seal, seal) && age >= 0 && age < LONGEST_MS ? held : undefined;
    const current = goesOn ?? { owner, seal, begunAt: now, session: beginSealSession(seal) };
    if (current !== goesOn) heldSealSessions.set(room, current);
    const key = await current.session
      .then((session) => session.take())
      .catch((error) => {
        forget(room, current);
        throw error;
      });
    if (key !== undefined) return key;
    forget(room, current);
  }
}

function forget(room: SealRoom, one: unknown): void {
  if (heldSealSessions.get(room) === one) heldSealSessions.delete(room);
}

const isSameKey = (a: ServerKeys['seal'], b: ServerKeys['seal']) =>
  a.kid === b.kid && a.publicKey.x === b.publicKey.x && a.publicKey.y === b.publicKey.y;
