import { expect, test } from 'vitest';
import { countBytes } from './byte-counter';
import { keepBytes } from './keep-bytes';
import { createFakeDevice } from './testing/fake-device';

test('what calls weighed is added up by the day of Dhaka, by every tab and the worker, and kept for a week', async () => {
  const { room, openTab } = await createFakeDevice();
  // 18:30 in Greenwich is past midnight in Dhaka.
  let now = Date.parse('2026-11-22T17:30:00Z');
  const clock = () => now;
  const [tab, other] = [room, openTab()].map((one) => ({ ...one, now: clock })) as [typeof room, typeof room];
  countBytes({ up: 1000, down: 200 });
  await keepBytes(tab);
  countBytes({ up: 30, down: 4 });
  await Promise.all([keepBytes(tab), keepBytes(other)]);
  expect(await room.records.bytesOf('2026-11-22')).toBe(1234);
  now += 3_600_000;
  countBytes({ up: 1, down: 1 });
  await keepBytes(tab);
  expect(await room.records.bytesOf('2026-11-23')).toBe(2);
  for (let day = 1; day <= 7; day += 1) {
    now += 86_400_000;
    countBytes({ up: 1, down: 1 });
    await keepBytes(tab);
  }
  expect(await room.records.bytesOf('2026-11-22')).toBe(0);
});

test('what could not be written is not forgotten', async () => {
  const { room } = await createFakeDevice();
  const { records } = room;
  countBytes({ up: 5, down: 5 });
  await keepBytes({
    ...room,
    records: { ...records, addBytes: () => Promise.reject(new Error('store down')) },
  });
  await keepBytes(room);
  expect(await records.bytesOf(new Date(room.now() + 6 * 3_600_000).toISOString().slice(0, 10))).toBe(10);
});
