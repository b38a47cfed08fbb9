import { describe, expect, test } from 'vitest';
import { gaugeOf, ordinaryBytesOf } from './storage-gauge';
import { sampleItem } from './testing/sample-items';

const MB = 1024 * 1024;
const now = 1_800_000_000_000;

describe('how full a device is', () => {
  test('counts applications up to the point where files stop', () => {
    const gauge = gaugeOf({ usage: 30 * MB, quota: 100 * MB }, { now, ordinaryBytes: MB });
    expect(gauge).toMatchObject({ roomFor: 50, filesStop: false });
    expect(gaugeOf({ usage: 80 * MB, quota: 100 * MB }, { now })).toMatchObject({
      roomFor: 0,
      filesStop: true,
    });
  });

  test('says nothing when the browser does not', () => {
    expect(gaugeOf({ usage: 5 }, { now })).toMatchObject({ roomFor: null, filesStop: false });
  });

  test('a write that did not fit is believed before a browser that says 10 GiB, for a day', () => {
    const said = { usage: 40 * MB, quota: 40 * MB + 10 * 1024 * MB };
    const full = { at: now, usedBytes: 45 * MB };
    expect(gaugeOf(said, { now, full })).toMatchObject({ roomFor: 0, filesStop: true });
    expect(gaugeOf({ ...said, usage: 20 * MB }, { now, full, ordinaryBytes: MB })).toMatchObject({
      roomFor: 16,
      filesStop: false,
    });
    expect(gaugeOf(said, { now: now + 25 * 3_600_000, full })).toMatchObject({ filesStop: false });
    expect(gaugeOf(said, { now: now - 1, full })).toMatchObject({ filesStop: false });
  });
});

test("the average is the device's own from the third application on, and counts none whose copy was let go", () => {
  const paper = { id: 'f', slot: 'photo', sha256: '', bytes: 1000, mediaType: 'image/jpeg' as const };
  const item = (n: number) => sampleItem(n, { attachments: [paper] });
  expect(ordinaryBytesOf([item(1), item(2)])).toBeUndefined();
  expect(ordinaryBytesOf([item(1), item(2), item(3)])).toBe(1080);
  const released = sampleItem(4, {
    sealed: { kid: 'k', enc: '', ct: '', z: 'deflate' },
    attachments: [paper],
  });
  expect(ordinaryBytesOf([item(1), item(2), item(3), released])).toBe(1080);
});
