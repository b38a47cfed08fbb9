import { expect, test } from 'vitest';
import { makeTrackingCode } from '../../lib/contract/tracking-code';
import { readFragment } from '../track/read-fragment';
import { readTrackingInput } from '../track/read-tracking-input';
import { trackAddress } from './track-address';

test('what the slip leads to is what the tracking page reads', () => {
  const code = makeTrackingCode('K7M2', 42);
  const { hash, pathname, search } = new URL(
    trackAddress({ trackingCode: code, check: '004217' }),
    'https://setu.example',
  );
  expect([pathname, search]).toEqual(['/track', '']);
  expect(readTrackingInput(readFragment(hash))).toEqual({ ok: true, value: { code, check: '004217' } });
});
