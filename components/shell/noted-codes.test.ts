import { expect, test } from 'vitest';
import { readLedger } from '@/lib/browser/queue-ledger';
import { makeTrackingCode } from '@/lib/contract/tracking-code';
import { notedCodes } from './noted';

const entry = (n: number, centreId: string | null) => ({
  trackingCode: makeTrackingCode('K7M2', n),
  serviceId: null,
  queuedAt: n,
  centreId,
});
const kept = (value: unknown) => ({ getItem: () => JSON.stringify(value), setItem: () => undefined });
const starts = (...texts: readonly string[]) => texts.map((text) => expect.stringContaining(text));

test('mode 5: what waited is named by what was noted beside a store that does not open', () => {
  const ledger = readLedger(
    kept({ v: 1, waiting: [entry(2, null), entry(3, null)], lost: [entry(1, null), entry(2, null)] }),
  );
  expect(notedCodes(ledger, null)).toEqual({
    codes: starts('K7M2-0001-', 'K7M2-0002-', 'K7M2-0003-'),
    hidden: 0,
  });
  expect(notedCodes(readLedger(null), null)).toEqual({ codes: [], hidden: 0 });
});

test('codes of a centre are shown where its device is known to be, and only counted elsewhere', () => {
  const waiting = [entry(1, 'a'), entry(2, 'b'), entry(3, null)];
  const ledger = readLedger(kept({ v: 1, waiting, lost: [entry(1, 'a')] }));
  expect(notedCodes(ledger, null)).toEqual({ codes: starts('K7M2-0003-'), hidden: 2 });
  expect(notedCodes(ledger, 'a')).toEqual({ codes: starts('K7M2-0001-', 'K7M2-0003-'), hidden: 1 });
});
