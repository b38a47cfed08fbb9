import { expect, test } from 'vitest';
import { troubleOf, wayOutOf } from './trouble';

test('a tracking code that is taken is not blamed on the answers, and a new one comes with mending', () => {
  expect(troubleOf('tracking-code-invalid')).toBe('code');
  expect(wayOutOf('code')).toBe('mend');
});
