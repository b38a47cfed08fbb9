import { expect, test } from 'vitest';
import { PROBLEMS } from './problem';
import { adviceFor, isProblemCode, statusFor } from './retry-advice';

test('every code has advice and a status that is no success', () => {
  for (const code of Object.keys(PROBLEMS)) {
    expect(isProblemCode(code)).toBe(true);
    if (isProblemCode(code)) expect(statusFor(code)).toBeGreaterThanOrEqual(400);
    expect(['now', 'later', 'never']).toContain(adviceFor(code));
  }
});

test('a code of a newer server waits instead of giving up', () => {
  expect(adviceFor('not-yet-invented')).toBe('later');
  expect(adviceFor('constructor')).toBe('later');
});

test('no code stands for status 500', () => {
  expect(Object.values(PROBLEMS).map((problem) => problem.status)).not.toContain(500);
});
