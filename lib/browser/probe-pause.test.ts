import { expect, test } from 'vitest';
import { probePause } from './probe-pause';

const seen = { isSeen: true, savesData: false, inVain: 0 };

test('while somebody looks, the server is asked every 5 to 8 s, never two devices in step', () => {
  expect(probePause(seen, () => 0)).toBe(5_000);
  expect(probePause(seen, () => 0.999999)).toBeLessThanOrEqual(8_000);
});

test.each([
  ['in the background', { ...seen, isSeen: false }, 45_000],
  ['for who saves data', { ...seen, savesData: true }, 20_000],
  ['after a question that was answered in vain', { ...seen, inVain: 1 }, 10_000],
  ['after many of them', { ...seen, inVain: 400 }, 300_000],
])('%s less often', (_, lookout, pause) => {
  expect(probePause(lookout, () => 0)).toBe(pause);
});
