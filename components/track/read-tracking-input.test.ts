import { expect, test } from 'vitest';
import { makeTrackingCode } from '../../lib/contract/tracking-code';
import { readFragment } from './read-fragment';
import { readTrackingInput } from './read-tracking-input';

const CODE = makeTrackingCode('K7M2', 42);

test('code and check are read in both digit systems, with spaces', () => {
  const typed = CODE.toLowerCase().replaceAll('-', ' ').replaceAll('0', '০');
  expect(readTrackingInput({ code: typed, check: '১২৩ ৪৫৬' })).toEqual({
    ok: true,
    value: { code: CODE, check: '123456' },
  });
});

test('one wrong letter is found before asking the server', () => {
  const wrong = `${CODE.slice(0, -1)}${CODE.endsWith('A') ? 'B' : 'A'}`;
  expect(readTrackingInput({ code: wrong, check: '123456' })).toMatchObject({
    problem: { type: 'code-check' },
  });
});

test('what is missing is named', () => {
  expect(readTrackingInput({ code: '  ', check: '123456' })).toMatchObject({
    problem: { type: 'code-missing' },
  });
  expect(readTrackingInput({ code: 'জন্ম', check: '123456' })).toMatchObject({
    problem: { type: 'code-shape' },
  });
  expect(readTrackingInput({ code: CODE, check: '12345' })).toMatchObject({
    problem: { type: 'check-shape' },
  });
});

test('the QR of a slip fills both fields; any other address fills none', () => {
  expect(readFragment(`#c=${CODE}&k=123456`)).toEqual({ code: CODE, check: '123456' });
  expect(readFragment('')).toEqual({ code: '', check: '' });
});
