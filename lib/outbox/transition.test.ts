import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseBatch, lineBytes } from './batch';
import type { OutboxItem, StoredReceipt } from './item';
import { summariseQueue } from './queue-summary';
import { askedMs, backoffMs } from './retry';
import { makeItem } from './testing/make-item';
import { isDue, type OutboxEvent, transition } from './transition';
import { wasEverSent } from './was-sent';

const NOW = 1_800_000_000_000;
const receipt: StoredReceipt = { jws: 'x', seq: 5, epoch: 'e1', at: '2026-11-22T04:42:00Z' };
const { state: _, ...base } = makeItem(1);
const items: readonly OutboxItem[] = [
  { ...base, state: 'queued' },
  { ...base, state: 'sending', lease: { owner: 'me', until: NOW + 1000 } },
  { ...base, state: 'sending', lease: { owner: 'other', until: NOW - 1 } },
  { ...base, state: 'waiting', retryAt: NOW + 1000, reason: 'no-line' },
  { ...base, state: 'waiting', retryAt: NOW - 1, reason: 'server-busy' },
  { ...base, state: 'received', receipt, files: { have: 0, of: 0 } },
  { ...base, state: 'received', receipt: { ...receipt, epoch: 'e0' }, files: { have: 0, of: 0 } },
  { ...base, state: 'needs-attention', problem: { code: 'conflict' } },
  { ...base, state: 'needs-attention', problem: { code: 'damaged' } },
  { ...base, state: 'waiting', retryAt: NOW - 1, reason: 'no-line', held: true },
  {
    ...base,
    state: 'needs-attention',
    problem: { code: 'withdrawn', at: NOW, by: 'citizen', mayHaveArrived: false },
  },
];
const events: readonly OutboxEvent[] = [
  { type: 'taken', owner: 'me' },
  { type: 'reclaimed' },
  { type: 'held-back', reason: 'server-busy', retryAt: NOW + 5 },
  { type: 'not-sent', owner: 'me', reason: 'no-line', retryAt: NOW + 5 },
  { type: 'refused', owner: 'me', problem: { code: 'conflict' }, retryAt: NOW + 5 },
  { type: 'refused', owner: 'me', problem: { code: 'rate-limited' }, retryAt: NOW + 5 },
  { type: 'receipt-verified', receipt },
  { type: 'hurried' },
  { type: 'retry-asked' },
  { type: 'hold-asked' },
  { type: 'hold-ended' },
  { type: 'withdrawn', by: 'citizen' },
  { type: 'withdrawal-undone' },
  { type: 'epoch-changed', epoch: 'e1' },
  { type: 'backed-up', epoch: 'e1', backupSeq: 5 },
  { type: 'files-counted', files: { have: 1, of: 2 } },
];

describe('[OB-5] whatever happens to an item', () => {
  test('it stays an item with its id, and its sealed bytes unless it was released', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...items),
        fc.array(fc.constantFrom(...events), { maxLength: 12 }),
        (item, sequence) => {
          const end = sequence.reduce((one, event) => transition(one, event, NOW), item);
          expect(end.id).toBe(item.id);
          expect(end.queuedAt).toBe(item.queuedAt);
          const isReleased = end.state === 'received' && end.released === true;
          if (!isReleased) expect(end.submission).toEqual(item.submission);
        },
      ),
    );
  });
  test('it has only the fields its state has', () => {
    const fields = {
      queued: [],
      sending: ['lease'],
      waiting: ['reason', 'retryAt'],
      received: ['files', 'receipt'],
      'needs-attention': ['problem'],
    };
    for (const item of items)
      for (const event of events) {
        const next = transition(item, event, NOW);
        const own = Object.keys(next).filter(
          (key) => !Object.hasOwn(base, key) && !['state', 'released', 'triedAt', 'wasSent'].includes(key),
        );
        const isHeld = own.includes('held');
        if (isHeld) expect(['queued', 'sending', 'waiting']).toContain(next.state);
        expect(own.sort(), `${item.state} after ${event.type}`).toEqual(
          [...fields[next.state], ...(isHeld ? ['held'] : [])].sort(),
        );
      }
  });
  test('an event that says nothing to a state gives back the very item', () => {
    const [queued, mine, , , , received, , , damaged] = items;
    expect(queued && transition(queued, { type: 'reclaimed' }, NOW)).toBe(queued);
    expect(
      mine && transition(mine, { type: 'not-sent', owner: 'other', reason: 'no-line', retryAt: 1 }, NOW),
    ).toBe(mine);
    expect(mine && transition(mine, { type: 'taken', owner: 'other' }, NOW)).toBe(mine);
    expect(
      received &&
        transition(
          received,
          { type: 'refused', owner: 'me', problem: { code: 'conflict' }, retryAt: 1 },
          NOW,
        ),
    ).toBe(received);
    expect(received && transition(received, { type: 'epoch-changed', epoch: 'e1' }, NOW)).toBe(received);
    expect(received && transition(received, { type: 'backed-up', epoch: 'e1', backupSeq: 4 }, NOW)).toBe(
      received,
    );
    expect(received && transition(received, { type: 'backed-up', epoch: 'e2', backupSeq: 9 }, NOW)).toBe(
      received,
    );
    expect(damaged && transition(damaged, { type: 'retry-asked' }, NOW)).toBe(damaged);
  });
});

describe('waits', () => {
  test('[OB-11] lie between half of the table and all of it', () => {
    for (const [attempt, longest] of [
      [1, 2],
      [2, 4],
      [5, 32],
      [9, 512],
      [10, 900],
      [500, 900],
    ] as const) {
      expect(backoffMs(attempt, () => 0)).toBe(longest * 500);
      expect(backoffMs(attempt, () => 0.999999)).toBeLessThanOrEqual(longest * 1000);
    }
  });
  test('[OB-12] never end before the time the server named', () => {
    expect(askedMs(30_000, () => 0)).toBe(30_000);
    expect(askedMs(30_000, () => 0.999)).toBeLessThanOrEqual(33_000);
    expect(askedMs(-5, () => 0)).toBe(0);
  });
});

describe('a batch', () => {
  const none = new Set<string>();
  test('[OB-7] has at most 200 items', () => {
    const many = Array.from({ length: 300 }, (_, n) => makeItem(n, { ctChars: 22 }));
    expect(chooseBatch(many, { now: NOW, bytes: 10_000_000, except: none })).toHaveLength(200);
  });
  test('[OB-7] leaves out what is not due, and what was tried', () => {
    const chosen = chooseBatch(items, { now: NOW, bytes: 100_000, except: none });
    expect(chosen.map((item) => item.state)).toEqual(['queued', 'waiting']);
    expect(chooseBatch(items, { now: NOW, bytes: 100_000, except: new Set([base.id]) })).toEqual([]);
    expect(items.filter((item) => isDue(item, NOW))).toHaveLength(2);
  });
  test('[OB-7] fills the bytes and no more', () => {
    const three = [1, 2, 3].map((n) => makeItem(n));
    const two = three.slice(0, 2).reduce((sum, item) => sum + lineBytes(item.submission), 0);
    expect(chooseBatch(three, { now: NOW, bytes: two, except: none })).toHaveLength(2);
    expect(chooseBatch(three, { now: NOW, bytes: two - 1, except: none })).toHaveLength(1);
    expect(chooseBatch(three, { now: NOW, bytes: 0, except: none })).toHaveLength(1);
  });
});

test('[OB-30] the summary counts every item once and names the next try', () => {
  expect(summariseQueue(items, NOW)).toEqual({
    waiting: 5,
    held: 1,
    attention: 2,
    withdrawn: 1,
    received: 2,
    nextTryAt: NOW - 1,
  });
  expect(summariseQueue([], NOW)).toEqual({
    waiting: 0,
    held: 0,
    attention: 0,
    withdrawn: 0,
    received: 0,
    nextTryAt: null,
  });
  expect(summariseQueue(items.slice(3, 4), NOW).nextTryAt).toBe(NOW + 1000);
});

describe('[OB-35] whether an item was ever sent', () => {
  const fresh = makeItem(1);
  const through = (item: OutboxItem, ...events: readonly OutboxEvent[]) =>
    events.reduce((one, event) => transition(one, event, NOW), item);
  const taken = { type: 'taken', owner: 'me' } as const;
  const lost = { type: 'not-sent', owner: 'me', reason: 'no-line', retryAt: NOW } as const;
  const damaged = { type: 'refused', owner: 'me', problem: { code: 'damaged' }, retryAt: NOW } as const;
  const received = { type: 'receipt-verified', receipt } as const;

  test.each<readonly [string, OutboxItem, readonly OutboxEvent[], boolean]>([
    ['never tried', fresh, [], false],
    ['found damaged before it went', fresh, [taken, damaged], false],
    ['on its way', fresh, [taken], true],
    [
      'sent, the answer lost, asked again, found damaged',
      fresh,
      [taken, lost, { type: 'retry-asked' }, taken, damaged],
      true,
    ],
    [
      'left by a page that was closed',
      fresh,
      [taken, { type: 'holder-gone', owner: 'me' }, taken, damaged],
      true,
    ],
    [
      'received, lost to a restored server, found damaged',
      fresh,
      [taken, received, { type: 'epoch-changed', epoch: 'e2' }, taken, damaged],
      true,
    ],
    [
      'received by another way, and offered again',
      fresh,
      [received, { type: 'epoch-changed', epoch: 'e2' }, taken, damaged],
      true,
    ],
    [
      'withdrawn and brought back',
      fresh,
      [taken, lost, { type: 'withdrawn', by: 'citizen' }, { type: 'withdrawal-undone' }, taken, damaged],
      true,
    ],
    [
      'withdrawn before it was tried',
      fresh,
      [{ type: 'withdrawn', by: 'citizen' }, { type: 'withdrawal-undone' }, taken, damaged],
      false,
    ],
    ['of an older build, tried', { ...fresh, attempts: 1 }, [taken, damaged], true],
    ['of an older build, tried and asked again', { ...fresh, triedAt: NOW }, [taken, damaged], true],
  ])('%s', (_name, item, events, expected) => {
    expect(wasEverSent(through(item, ...events))).toBe(expected);
  });

  test('is never taken back, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...items),
        fc.array(fc.constantFrom(...events), { maxLength: 12 }),
        (item, sequence) => {
          let one: OutboxItem = { ...through(item, taken, lost, damaged), wasSent: true };
          for (const event of sequence) {
            one = transition(one, event, NOW);
            expect(wasEverSent(one)).toBe(true);
          }
        },
      ),
    );
  });
});
