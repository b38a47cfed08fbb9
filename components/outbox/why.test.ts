import { describe, expect, test } from 'vitest';
import type { BoardItem } from '@/lib/browser/api';
import { whyOf } from './why';

const NOW = Date.parse('2026-11-22T04:42:00Z');
const around = { now: NOW, lastContact: NOW - 3_600_000, quietUntil: null };
const item = (place: BoardItem['place']): BoardItem => ({
  id: 'a',
  serviceId: 'birth-registration',
  title: null,
  trackingCode: null,
  at: 1,
  facts: null,
  place,
});
type Waiting = Extract<BoardItem['place'], { kind: 'waiting' }>;
const waiting = (over: Partial<Waiting>) =>
  item({ kind: 'waiting', reason: null, retryAt: null, attempts: 1, held: false, ...over });

describe('why is this waiting', () => {
  test.each([
    ['in line', {}, { key: 'in-line' }],
    ['no line, and since when', { reason: 'no-line' }, { key: 'no-line-since', at: NOW - 3_600_000 }],
    [
      'the server is busy, and until when',
      { reason: 'server-busy', retryAt: NOW + 60_000 },
      { key: 'quiet', at: NOW + 60_000 },
    ],
    [
      'it was busy, and its time is over',
      { reason: 'server-busy', retryAt: NOW - 1 },
      { key: 'server-busy' },
    ],
    ['it needs a person', { reason: 'session-needed' }, { key: 'session-needed' }],
    ['a person holds it, whatever else', { reason: 'no-line', held: true }, { key: 'held' }],
  ] as const)('%s', (_, over, why) => {
    expect(whyOf(waiting(over), around)).toEqual(why);
  });

  test('no line on a device that never reached the server has no since', () => {
    expect(whyOf(waiting({ reason: 'no-line' }), { ...around, lastContact: null })).toEqual({
      key: 'no-line',
    });
  });

  test('a server that asked for quiet holds up everything, until it said; not what a person holds', () => {
    const quiet = { ...around, quietUntil: NOW + 5_000 };
    expect(whyOf(waiting({}), quiet)).toEqual({ key: 'quiet', at: NOW + 5_000 });
    expect(whyOf(waiting({ reason: 'no-line' }), quiet)).toEqual({ key: 'quiet', at: NOW + 5_000 });
    expect(whyOf(waiting({ held: true }), quiet)).toEqual({ key: 'held' });
    expect(whyOf(waiting({}), { ...around, quietUntil: NOW - 1 })).toEqual({ key: 'in-line' });
  });

  test('another window is named', () => {
    expect(whyOf(item({ kind: 'sending', by: 'another-window', held: false }), around)).toEqual({
      key: 'sending-another-window',
    });
  });

  test.each([
    ['2026-11-19T17:59:00Z', 'with-department'],
    ['2026-11-19T18:00:00Z', 'department-closed'],
    ['2026-11-21T17:59:00Z', 'department-closed'],
    ['2026-11-21T18:00:00Z', 'with-department'],
  ])('what has arrived lies with the department; at %s of Greenwich: %s', (now, key) => {
    const place = (have: number) =>
      ({ kind: 'received', status: 'received', files: { have, of: 2 } }) as BoardItem['place'];
    const then = { ...around, now: Date.parse(now) };
    expect(whyOf(item(place(2)), then)).toEqual({ key });
    expect(whyOf(item(place(1)), then)).toBeNull();
  });
});
