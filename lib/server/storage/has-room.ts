import { mkdir, statfs } from 'node:fs/promises';

/** Whether `bytes` can be written twice below `folder` (once as sent, once cleaned) and `spare` would still stay free. */
export async function hasRoom(folder: string, bytes: number, spare: number): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= 2 * bytes + spare;
}
