import type { CallBytes } from '../remote/call-bytes';

let counted: CallBytes = { up: 0, down: 0 };

/** Counts what a call of this context weighed. */
export function countBytes({ up, down }: CallBytes): void {
  counted = { up: counted.up + up, down: counted.down + down };
}

/** What was counted since the last time, and begins at nothing again. */
export function takeBytes(): CallBytes {
  const taken = counted;
  counted = { up: 0, down: 0 };
  return taken;
}
