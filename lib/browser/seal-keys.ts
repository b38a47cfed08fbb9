import type { ServerKeys } from '../contract/wire';
import type { OneTimeSealKey } from '../crypto/seal-session';
import { beginSealSession } from '../crypto/seal-session';
import { type HeldSealSession, heldSealSessions, type SealRoom } from './held-seal-sessions';

/** A session that lay about for longer is not gone on with: a working day. */
const LONGEST_MS = 12 * 60 * 60 * 1000;

/** Who seals, and to which key of the server. */
interface SealAbout {
  readonly owner: string;
  readonly seal: ServerKeys['seal'];
}

/**
 * The key to seal one application with. A window goes on with its session until it is used up or old, the server has
 * another key, another person works, or somebody signed in or out.
 */
export async function takeSealKey(room: SealRoom, about: SealAbout): Promise<OneTimeSealKey> {
  for (;;) {
    const current = sessionFor(room, about);
    const { ready } = current;
    current.ready = undefined;
    const key = await (ready ?? nextKey(current)).catch((error) => {
      forget(room, current);
      throw error;
    });
    if (key !== undefined) return key;
    forget(room, current);
  }
}

/** Begins the session and makes its next key ahead. A failure is met again, and said, by whoever takes the key. */
export async function prepareSealKey(room: SealRoom, about: SealAbout): Promise<void> {
  const current = sessionFor(room, about);
  current.ready ??= nextKey(current);
  const key = await current.ready.catch(() => undefined);
  if (key === undefined) forget(room, current);
}

/** Makes the next key of the session that is held, if there is one: none is begun for a person who has just left. */
export function readyNextKey(room: SealRoom): void {
  const held = heldSealSessions.get(room);
  if (held === undefined || held.ready !== undefined) return;
  held.ready = nextKey(held);
  held.ready.catch(() => forget(room, held));
}

function sessionFor(room: SealRoom, { owner, seal }: SealAbout): HeldSealSession {
  const now = room.now();
  const held = heldSealSessions.get(room);
  const age = now - (held?.begunAt ?? 0);
  const goesOn =
    held?.owner === owner && isSameKey(held.seal, seal) && age >= 0 && age < LONGEST_MS ? held : undefined;
  const current = goesOn ?? { owner, seal, begunAt: now, session: beginSealSession(seal) };
  if (current !== goesOn) heldSealSessions.set(room, current);
  return current;
}

const nextKey = ({ session }: HeldSealSession): Promise<OneTimeSealKey | undefined> =>
  session.then((begun) => begun.take());

function forget(room: SealRoom, one: unknown): void {
  if (heldSealSessions.get(room) === one) heldSealSessions.delete(room);
}

const isSameKey = (a: ServerKeys['seal'], b: ServerKeys['seal']) =>
  a.kid === b.kid && a.publicKey.x === b.publicKey.x && a.publicKey.y === b.publicKey.y;
