import { describe, expect, test } from 'vitest';
import { CHECK_IN_CHARS, CHECK_IN_CODES, type CheckIn, numberOfCode, readCheckIn } from './check-in';
import { makeTrackingCode } from './tracking-code';
import { writeCheckIn } from './write-check-in';

const held = (number: number, serviceId: string | null = 'birth-registration', device = 'K7M2') => ({
  trackingCode: makeTrackingCode(device, number),
  serviceId,
});
const saying = (said: Partial<CheckIn>): CheckIn => ({
  epoch: null,
  used: 0,
  usedBy: 'K7M2',
  waiting: [],
  takenBack: [],
  lost: [],
  isPart: false,
  ...said,
});

describe('mode 6: what a device says of its queue', () => {
  test.each<[string, Partial<CheckIn>, string]>([
    ['nothing waits', { used: 66, epoch: '3f2b8f0e-5d0c' }, 'u=K7M2:66;e=3f2b8f0e'],
    [
      'neighbours in one word',
      { used: 9, waiting: [held(3), held(4), held(5), held(9)] },
      'u=K7M2:9;w=K7M2/birth-registration/3-5,9',
    ],
    [
      'two services, two device codes, one of an unknown service',
      { used: 2, waiting: [held(1), held(2, 'khatian-copy'), held(7, null, 'Q1ZX')] },
      'u=K7M2:2;w=K7M2/birth-registration/1;w=K7M2/khatian-copy/2;w=Q1ZX//7',
    ],
    [
      'lost and taken back',
      { lost: [held(1)], takenBack: [held(2)] },
      'u=K7M2:0;l=K7M2/birth-registration/1;x=K7M2/birth-registration/2',
    ],
  ])('%s', (_, said, text) => {
    expect(writeCheckIn(saying(said))).toEqual({ text, said: saying(said) });
    const read = readCheckIn(text);
    expect(read).toEqual({ ...saying(said), epoch: said.epoch?.slice(0, 8) ?? null });
  });

  test('what has no room is cut at a run, and the whole is called a part; what is lost goes first', () => {
    const waiting = Array.from({ length: 900 }, (_, n) => held(2 * n + 1));
    const full = saying({ used: 1800, waiting, lost: [held(2000)] });
    const { text, said } = writeCheckIn(full);
    expect(text.length).toBeLessThanOrEqual(CHECK_IN_CHARS);
    expect(text.length).toBeGreaterThan(CHECK_IN_CHARS - 10);
    expect(readCheckIn(text)).toEqual(said);
    expect(said).toMatchObject({ isPart: true, lost: [held(2000)] });
    expect(said.waiting.length).toBeGreaterThan(300);
    expect(said.waiting).toEqual(waiting.slice(0, said.waiting.length));
  });

  test('of many services some are said, and what is said is what is read', () => {
    const waiting = Array.from({ length: 100 }, (_, n) => held(n + 1, `service-${n}`, 'Q1ZX'));
    const { text, said } = writeCheckIn(saying({ waiting, takenBack: [held(7)] }));
    expect(said.waiting.length).toBeLessThan(100);
    expect(readCheckIn(text)).toEqual(said);
  });

  test('a run of more codes than a check-in has is cut, and can be read', () => {
    const waiting = Array.from({ length: 2500 }, (_, n) => held(n + 1));
    const { text, said } = writeCheckIn(saying({ used: 2500, waiting }));
    expect(text).toBe(`u=K7M2:2500;w=K7M2/birth-registration/1-${CHECK_IN_CODES};p`);
    expect(readCheckIn(text)).toEqual(said);
  });

  test('a spoilt service is left out, and what is no tracking code cannot be said', () => {
    const spoilt = [
      held(1, 'birth\rregistration'),
      held(2, 'Birth'),
      held(3, 'x'.repeat(65)),
      { trackingCode: 'K7M2-0004\n-X', serviceId: 'birth-registration' },
    ];
    const { text, said } = writeCheckIn(saying({ waiting: spoilt }));
    expect(text).toBe('u=K7M2:0;w=K7M2//1-3');
    expect(said.waiting).toEqual([1, 2, 3].map((n) => held(n, null)));
  });

  test('a number that does not say whose it is, is not believed', () => {
    expect(readCheckIn('u=66;e=3f2b8f0e')).toEqual(saying({ epoch: '3f2b8f0e', usedBy: '' }));
    expect(writeCheckIn(saying({ used: 66, usedBy: '' })).text).toBe('u=0');
  });

  test.each([
    '',
    'hello',
    'u=',
    'u=-1',
    'u=K7M:1',
    'u=:1',
    'u=K7M2:',
    'u=K7M2:K7M2:1',
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
