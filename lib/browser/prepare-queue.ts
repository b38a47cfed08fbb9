import { openRoom } from './open-room';

/** Fetches the code that queues a draft and does ahead what it can, so that the press itself is quick. Never fails. */
export async function prepareQueue(id: string): Promise<void> {
  try {
    const [{ prepareToQueue }, room] = await Promise.all([import('./queue-draft'), openRoom()]);
    await prepareToQueue(room, id);
  } catch {
    // Whatever it is, the press meets it again and says it.
  }
}
