import { nextTask } from './next-task';

/** Work that goes on for longer lets a touch come in between. Milliseconds. */
const LONG = 12;

let begun = Number.NEGATIVE_INFINITY;

/**
 * Awaited between two pieces of long work. A browser answers small questions of cryptography at once, so that a loop over
 * two hundred receipts is one task although each is awaited.
 */
export async function breathe(): Promise<void> {
  if (performance.now() - begun < LONG) return;
  await nextTask();
  begun = performance.now();
}
