import { describe, expect, test } from 'vitest';
import { answerToParts, isBoxFull, NO_DATE, partsFromText, partsToAnswer } from './date-parts';

describe('what stands in the three boxes of a date', () => {
  test.each([
    ['a date in ASCII digits', { day: '5', month: '3', year: '2020' }, '2020-03-05'],
    ['a date in Bengali digits', { day: '০৫', month: '৩', year: '২০২০' }, '2020-03-05'],
    ['both digit systems mixed', { day: '২9', month: '02', year: '২০2৪' }, '2024-02-29'],
    ['a day the month does not have is kept as typed', { day: '31', month: '2', year: '2020' }, '31/2/2020'],
    ['29 February of a common year', { day: '29', month: '2', year: '1900' }, '29/2/1900'],
    ['half a date', { day: '5', month: '', year: '' }, '5//'],
    ['letters', { day: 'x', month: '3', year: '20' }, 'x/3/20'],
  ])('%s', (_name, parts, answer) => {
    expect(partsToAnswer(parts)).toBe(answer);
  });

  test('three empty boxes are no answer', () => {
    expect(partsToAnswer(NO_DATE)).toBeUndefined();
    expect(answerToParts(undefined)).toEqual(NO_DATE);
  });

  test.each(['31/2/2020', '5//', '/3/', 'x/3/20', '2020-03-05'])(
    '%s comes back after a restart',
    (answer) => {
      expect(partsToAnswer(answerToParts(answer))).toBe(answer);
    },
  );
});

describe('a whole date in one box', () => {
  test.each(['5/3/2020', '০৫-০৩-২০২০', '2020-03-05', '05032020', '5.3.2020', ' 5 3 2020 '])('%s', (text) => {
    const parts = partsFromText(text);
    expect(parts && partsToAnswer(parts)).toBe('2020-03-05');
  });

  test.each(['', '5', '5/3', '5/3/20', 'five'])('%s is not one', (text) => {
    expect(partsFromText(text)).toBeNull();
  });
});

test('a box hands over when nothing longer can follow', () => {
  expect(isBoxFull('day', '3')).toBe(false);
  expect(isBoxFull('day', '৪')).toBe(true);
  expect(isBoxFull('day', '31')).toBe(true);
  expect(isBoxFull('month', '1')).toBe(false);
  expect(isBoxFull('month', '2')).toBe(true);
});
