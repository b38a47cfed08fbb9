import { expect, test } from 'vitest';
import { breathe } from './breathe';

test('long work between breaths lets others in, short work does not wait for them', async () => {
  const order: string[] = [];
  await breathe();
  setImmediate(() => order.push('somebody else'));
  await breathe();
  order.push('short work');
  const until = performance.now() + 30;
  while (performance.now() < until);
  await breathe();
  order.push('long work');
  expect(order).toEqual(['short work', 'somebody else', 'long work']);
});
