import { describe, expect, test } from 'vitest';
import { type CheckIn, readCheckIn } from '../contract/check-in';
import { makeTrackingCode } from '../contract/tracking-code';
import { nextCheckIn, type ToldCheckIn, toldAfter } from './next-check-in';

const HOUR = 60 * 60 * 1000;
const held = (n: number) => ({ trackingCode: makeTrackingCode('K7M2', n), serviceId: 'birth-registration' });
const saying = (said: Partial<CheckIn>): CheckIn => ({
  epoch: 'e1',
  used: 0,
  usedBy: 'K7M2',
  waiting: [],
  takenBack: [],
  lost: [],
  isPart: false,
  ...said,
});
const look = { now: 0, isWatched: false, received: new Set<string>() };

/** Tells until nothing is left to say; the check-ins as the server reads them. */
function tellAll(full: CheckIn) {
  const heard: (CheckIn | null)[] = [];
  let told: ToldCheckIn | null = null;
  for (let lost = full.lost; heard.length < 50; ) {
    const now = { ...full, lost };
    const next = nextCheckIn(now, told, look);
    if (next === null) break;
    heard.push(readCheckIn(next.text));
    told = toldAfter(told, { ...next, full: now }, 0);
    const said = new Set(next.said.lost.map(({ trackingCode }) => trackingCode));
    lost = lost.filter(({ trackingCode }) => !said.has(trackingCode));
  }
  return { heard, told };
}

describe('mode 6: a queue too large for one check-in', () => {
  test.each([
    ['every second number', Array.from({ length: 1500 }, (_, n) => held(2 * n + 1))],
    ['one long run', Array.from({ length: 4500 }, (_, n) => held(n + 1))],
  ])('is said in parts, each code once, and then no more: %s', (_, waiting) => {
    const { heard } = tellAll(saying({ used: 5000, waiting }));
    expect(heard.length).toBeGreaterThan(1);
    expect(heard.every((one) => one?.isPart)).toBe(true);
    expect(heard.flatMap((one) => one?.waiting ?? [])).toEqual(waiting);
  });

  test('what was lost is told as often as it takes', () => {
    const lost = Array.from({ length: 1500 }, (_, n) => held(2 * n + 1));
    const { heard } = tellAll(saying({ lost }));
    expect(heard.flatMap((one) => one?.lost ?? [])).toEqual(lost);
  });

  test('that fits again is said as a whole', () => {
    const waiting = Array.from({ length: 1500 }, (_, n) => held(2 * n + 1));
    const { told } = tellAll(saying({ waiting }));
    const received = new Set(waiting.slice(3).map(({ trackingCode }) => trackingCode));
    const next = nextCheckIn(saying({ waiting: waiting.slice(0, 3) }), told, { ...look, received });
    expect(next?.said).toEqual(saying({ waiting: waiting.slice(0, 3) }));
  });
});

describe('mode 6: what the server knows is not said again', () => {
  const full = saying({ waiting: [held(1)], takenBack: [held(2)] });
  const told = { said: full, at: 0 };

  test.each<[string, CheckIn, Partial<typeof look>, boolean]>([
    ['nothing new', full, {}, false],
    ['it arrived', { ...full, waiting: [] }, { received: new Set([held(1).trackingCode]) }, false],
    ['it left without arriving', { ...full, waiting: [] }, {}, true],
    ['another waits', { ...full, waiting: [held(1), held(3)] }, {}, true],
    ['another was taken back', { ...full, takenBack: [held(2), held(3)] }, {}, true],
    ['something was lost', { ...full, lost: [held(4)] }, {}, true],
    ['a restored server', { ...full, epoch: 'e2' }, {}, true],
    ['another device code', { ...full, usedBy: 'Q1ZX' }, {}, true],
    ['six hours', full, { now: 7 * HOUR }, true],
    ['something on the list of what never arrived', full, { isWatched: true }, true],
  ])('%s', (_, now, more, isSaid) => {
    expect(nextCheckIn(now, told, { ...look, ...more }) !== null).toBe(isSaid);
  });
});
