import { createDraftSession, type DraftSession } from './draft-session';
import { openRoom } from './open-room';

const sessions = new Map<string, DraftSession>();

/** The one session of a draft in this window. */
export function sessionOf(id: string): DraftSession {
  const known = sessions.get(id);
  if (known !== undefined) return known;
  const session = createDraftSession(id, openRoom);
  sessions.set(id, session);
  return session;
}

/** Writes what was typed and lets go of every open draft: the next person must find nothing in memory. */
export async function closeSessions(): Promise<void> {
  const open = [...sessions.values()];
  sessions.clear();
  await Promise.all(open.map((session) => session.close()));
}

/** Writes what was typed and lets go of every draft that is written. False when one is not: it stays, with its words. */
export async function closeWritten(): Promise<boolean> {
  const closed = await Promise.all(
    [...sessions].map(async ([id, session]) => {
      if (!(await session.flush())) return false;
      sessions.delete(id);
      await session.close();
      return true;
    }),
  );
  return closed.every(Boolean);
}
