import type { ServerKeys } from '../contract/wire';
import { fetchServerKeys } from '../remote/http-server-keys';
import type { WorkRoom } from './work-room';

/** Keys this device holds; without any, the server is asked. null when neither has them now. */
export async function currentKeys(room: WorkRoom): Promise<ServerKeys | null> {
  const held = await room.reference.serverKeys().catch(() => null);
  return held ?? refreshKeys(room);
}

/** Asks the server for its keys and keeps them. null when it cannot be asked. */
export async function refreshKeys(room: WorkRoom): Promise<ServerKeys | null> {
  const answer = await fetchServerKeys(room.line);
  if (!answer.ok) return null;
  // The reference database is a convenience: without it the keys of this answer serve all the same.
  await room.reference.putServerKeys(answer.value, room.now()).catch(() => undefined);
  return answer.value;
}
