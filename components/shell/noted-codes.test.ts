import { expect, test } from 'vitest';
import { readLedger } from '@/lib/browser/queue-ledger';
import { makeTrackingCode } from '@/lib/contract/tracking-code';
import { notedCodes } from './noted';

const entry = (n: number) => ({ trackingCode: makeTrackingCode('K7M2', n), serviceId: null, queuedAt: n });
const kept = (value: unknown) => ({ getItem: () => JSON.stringify(value), setItem: () => undefined });

test('mode 5: what waited is named by what was noted beside a store that does not open', () => {
  const ledger = readLedger(
    kept({ v: 1, centreId: null, waiting: [entry(2), entry(3)], lost: [entry(1), entry(2)] }),
  );
  expect(notedCodes(ledger)).toEqual(
    ['K7M2-0001-', 'K7M2-0002-', 'K7M2-0003-'].map((start) => expect.stringContaining(start)),
  );
  expect(notedCodes(readLedger(null))).toEqual([]);
});
