import { dhakaToday } from '../bangla/dhaka-date';
import { countBytes, takeBytes } from './byte-counter';
import type { WorkRoom } from './work-room';

/** Adds what this window or worker has counted to the day's figure on the device. What cannot be written now is written later. */
export async function keepBytes({ records, now }: WorkRoom): Promise<void> {
  const taken = takeBytes();
  if (taken.up + taken.down === 0) return;
  await records.addBytes(dhakaToday(now()), taken).catch(() => countBytes(taken));
}
