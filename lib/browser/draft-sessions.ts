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
