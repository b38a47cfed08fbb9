import { expect, test } from 'vitest';
import { cameraProblem } from './camera-problem';

test.each([
  ['NotFoundError', 'no-camera'],
  ['NotAllowedError', 'not-allowed'],
  ['NotReadableError', 'busy'],
  [null, 'not-possible'],
  ['TypeError', 'not-possible'],
])('%s', (name, problem) => {
  expect(cameraProblem(name)).toBe(problem);
});
