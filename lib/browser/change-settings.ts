import type { Settings } from './api';
import { openRoom } from './open-room';

/** Keeps a changed setting on the device; resolves after the commit. */
export async function changeSettings(patch: Partial<Settings>): Promise<void> {
  await (await openRoom()).records.changeSettings(patch);
}
