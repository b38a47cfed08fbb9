import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm, unlink } from 'node:fs/promises';
import path from 'node:path';

/** Makes a rename or a new name survive a power cut. Windows cannot open folders; its journal does the same. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeTemporary(target: string, bytes: Uint8Array): Promise<string> {
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const temporary = `${target}.${randomUUID()}.part`;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(temporary, { force: true });
    throw error;
  }
  await handle.close();
  return temporary;
}

/** When it resolves the whole file is on disk under `target`, after a power cut too; before, nothing is there. */
export async function writeDurably(target: string, bytes: Uint8Array): Promise<void> {
  const temporary = await writeTemporary(target, bytes);
  await rename(temporary, target);
  await syncFolder(path.dirname(target));
}

/** As `writeDurably`, but the first writer wins: false means that another process was faster. */
export async function createDurably(target: string, bytes: Uint8Array): Promise<boolean> {
  const temporary = await writeTemporary(target, bytes);
  try {
    await link(temporary, target);
    await syncFolder(path.dirname(target));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await unlink(temporary);
  }
}
