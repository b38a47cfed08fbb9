import { expect, it } from 'vitest';
import { createKnownDevices } from './known-devices';

it('knows so many credentials, those that came last, and none with another secret', () => {
  const known = createKnownDevices(2);
  const [a, b, c] = ['a', 'b', 'c'].map((deviceId) => ({ deviceId, secret: 'right' }));
  if (!a || !b || !c) throw new Error('three');
  known.remember(a);
  known.remember(b);
  expect(known.has({ ...a, secret: 'wrong' })).toBe(false);
  expect(known.has(a)).toBe(true);
  known.remember(c);
  expect([a, b, c].map((one) => known.has(one))).toEqual([true, false, true]);
  known.forget(a);
  expect(known.has(a)).toBe(false);
});
