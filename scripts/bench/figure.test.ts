import { expect, test } from 'vitest';
import { boundOf, isMet, median, quantile, shown } from './figure';

test('the median of an even number of samples lies between the two in the middle', () => {
  expect(median([40, 10, 30, 20])).toBe(25);
});

test('numbers are put in order as numbers', () => {
  expect(median([9, 100, 10])).toBe(10);
});

test('the ends are the smallest and the largest', () => {
  expect(quantile([3, 1, 2], 0)).toBe(1);
  expect(quantile([3, 1, 2], 1)).toBe(3);
});

test('a limit is met by the median, also exactly, and one try above it does not miss it', () => {
  const figure = { what: 'a key', unit: 'ms', limit: 50 } as const;
  expect(isMet({ ...figure, samples: [50, 50, 900] })).toBe(true);
  expect(isMet({ ...figure, samples: [51, 51, 10] })).toBe(false);
  expect(isMet({ what: 'a key', unit: 'ms', samples: [1] })).toBeUndefined();
});

test('a figure can have a bound below instead', () => {
  const figure = { what: 'an intake', unit: '/s', atLeast: 1000 } as const;
  expect(isMet({ ...figure, samples: [1000, 1200, 3] })).toBe(true);
  expect(isMet({ ...figure, samples: [999, 998, 5000] })).toBe(false);
  expect(boundOf({ ...figure, samples: [1] })).toBe('≥ 1000/s');
});

test('no samples are no figure', () => {
  expect(() => median([])).toThrow(RangeError);
});

test('a ratio shows two places, a long time none', () => {
  expect(shown(1.234, '×')).toBe('1.23×');
  expect(shown(812.4, 'ms')).toBe('812 ms');
  expect(shown(31.26, 'ms')).toBe('31.3 ms');
});
