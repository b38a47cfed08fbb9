import { describe, expect, test } from 'vitest';
import { CHECK_IN_CHARS, type CheckIn, numberOfCode, readCheckIn, writeCheckIn } from './check-in';
import { makeTrackingCode } from './tracking-code';

const held = (number: number, serviceId: string | null = 'birth-registration', device = 'K7M2') => ({
  trackingCode: makeTrackingCode(device, number),
  serviceId,
});
const saying = (said: Partial<CheckIn>): CheckIn => ({
  epoch: null,
  used: 0,
  waiting: [],
  takenBack: [],
  lost: [],
  isPart: false,
  ...said,
});

describe('mode 6: what a device says of its queue', () => {
  test.each<[string, Partial<CheckIn>, string]>([
    ['nothing waits', { used: 66, epoch: '3f2b8f0e-5d0c' }, 'u=66;e=3f2b8f0e'],
    [
      'neighbours in one word',
      { used: 9, waiting: [held(3), held(4), held(5), held(9)] },
      'u=9;w=K7M2/birth-registration/3-5,9',
    ],
    [
      'two services, two device codes, one of an unknown service',
      { used: 2, waiting: [held(1), held(2, 'khatian-copy'), held(7, null, 'Q1ZX')] },
      'u=2;w=K7M2/birth-registration/1;w=K7M2/khatian-copy/2;w=Q1ZX//7',
    ],
    [
      'lost and taken back',
      { lost: [held(1)], takenBack: [held(2)] },
      'u=0;l=K7M2/birth-registration/1;x=K7M2/birth-registration/2',
    ],
  ])('%s', (_, said, text) => {
    expect(writeCheckIn(saying(said))).toBe(text);
    const read = readCheckIn(text);
    expect(read).toEqual({ ...saying(said), epoch: said.epoch?.slice(0, 8) ?? null });
  });

  test('what has no room is left out, and the whole is called a part; what is lost goes first', () => {
    const waiting = Array.from({ length: 400 }, (_, n) => held(2 * n + 1, 'birth-registration'));
    const others = Array.from({ length: 60 }, (_, n) => held(n + 1, `service-${n}`, 'Q1ZX'));
    const text = writeCheckIn(saying({ used: 900, waiting: [...others, ...waiting], lost: [held(1000)] }));
    expect(text.length).toBeLessThanOrEqual(CHECK_IN_CHARS);
    expect(readCheckIn(text)).toMatchObject({ isPart: true, lost: [held(1000)] });
  });

  test.each([
    '',
    'hello',
    'u=',
    'u=-1',
    'u=1;z=2',
    'w=K7M2/birth-registration/1',
    'u=1;w=K7M2/birth-registration/5-3',
    'u=1;w=K7M2/birth-registration/1-999999999',
    'u=1;w=K7M/birth-registration/1',
    'u=1;w=K7M2/Birth/1',
    'u=1;w=K7M2/birth-registration/1/2',
    'u=1;w=K7M2/birth-registration/<b>',
    `u=1;${'w=K7M2//1;'.repeat(400)}p`,
  ])('is not read out of %j', (text) => {
    expect(readCheckIn(text)).toBeNull();
  });

  test('a code of this device tells its number, another none', () => {
    expect(numberOfCode(makeTrackingCode('K7M2', 66), 'K7M2')).toBe(66);
    expect(numberOfCode(makeTrackingCode('Q1ZX', 66), 'K7M2')).toBeNull();
    expect(numberOfCode('what', 'K7M2')).toBeNull();
  });
});
