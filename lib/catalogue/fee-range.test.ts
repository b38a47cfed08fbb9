import { expect, test } from 'vitest';
import { feeRange } from './fee-range';

const words = { bn: 'সব', en: 'all' };
const fee = (bdt: number | null, ...tiers: (number | null)[]) =>
  feeRange({ bdt, basis: words, tiers: tiers.map((amount) => ({ when: words, bdt: amount })) });

test('tiers give the lowest and the highest', () => {
  expect(fee(null, 0, 25, 50, null)).toEqual({ kind: 'range', from: 0, to: 50 });
});

test('one amount is one amount', () => {
  expect(fee(100)).toEqual({ kind: 'one', bdt: 100 });
  expect(fee(null, 50, 50)).toEqual({ kind: 'one', bdt: 50 });
});

test('an unknown fee is never called free', () => {
  expect(fee(null)).toEqual({ kind: 'unknown' });
  expect(fee(null, 0, null)).toEqual({ kind: 'unknown' });
  expect(fee(0)).toEqual({ kind: 'free' });
});
