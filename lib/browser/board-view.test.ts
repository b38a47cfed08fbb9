import { describe, expect, test } from 'vitest';
import type { DraftRow } from '../local/rows';
import { sampleId, sampleItem } from '../local/testing/sample-items';
import type { CaseState, OutboxItem } from '../outbox/item';
import {
  type BoardRows,
  boardItems,
  countBoard,
  countOthers,
  keepUnchanged,
  lastContactOf,
} from './board-view';

const draft = (n: number, over: Partial<DraftRow> = {}): DraftRow => ({
  v: 1,
  id: sampleId(n),
  owner: 'citizen',
  serviceId: 'birth-registration',
  serviceVersion: 1,
  state: 'open',
  createdAt: n,
  updatedAt: n,
  box: { kid: '', iv: new ArrayBuffer(0), ct: new ArrayBuffer(0) },
  ...over,
});
const receipt = { jws: '', seq: 1, epoch: 'e', at: '2026-11-22T04:42:00.000Z' };
const received = (n: number): OutboxItem => ({
  ...sampleItem(n),
  state: 'received',
  receipt,
  files: { have: 0, of: 2 },
});
const refused = (n: number): OutboxItem => ({
  ...sampleItem(n),
  state: 'needs-attention',
  problem: { code: 'validation-failed' },
});
const none: BoardRows = {
  drafts: [],
  items: [],
  cases: new Map(),
  refusedFiles: new Map(),
  filePercents: new Map(),
  viewer: { owner: 'citizen', window: 'page-1' },
  titles: new Map(),
};

describe("today's board", () => {
  test('shows drafts, waiting, attention and received, newest first, with the masked name', () => {
    const items = boardItems({
      ...none,
      drafts: [draft(1), draft(3, { state: 'kept' })],
      items: [sampleItem(2), refused(3), received(4)],
      titles: new Map([[sampleId(1), 'র••• খা•••']]),
    });
    expect(items.map(({ place }) => place.kind)).toEqual(['received', 'attention', 'waiting', 'draft']);
    expect(items.at(-1)).toMatchObject({ title: 'র••• খা•••', trackingCode: null });
    expect(countBoard(items)).toEqual({ drafts: 1, waiting: 1, attention: 1, received: 1 });
  });

  test('says what the department decided and how many papers it has', () => {
    const decided: CaseState = {
      v: 1,
      submissionId: sampleId(4),
      seq: 9,
      epoch: 'e',
      status: 'returned',
      at: '2026-11-23T00:00:00.000Z',
      note: 'ছবি অস্পষ্ট',
      files: { have: 1, of: 2 },
    };
    const [item] = boardItems({
      ...none,
      items: [received(4)],
      cases: new Map([[sampleId(4), decided]]),
      refusedFiles: new Map([[sampleId(4), 1]]),
    });
    expect(item?.place).toEqual({
      kind: 'received',
      receivedAt: receipt.at,
      status: 'returned',
      statusAt: decided.at,
      note: 'ছবি অস্পষ্ট',
      files: { have: 1, of: 2 },
      filePercent: null,
      filesRefused: 1,
    });
  });

  test('a refused item needs nobody once its mended successor is queued, but while that is a draft it does', () => {
    const rows = { ...none, items: [refused(3), sampleItem(5)] };
    const mending = boardItems({ ...rows, drafts: [draft(5, { supersedes: sampleId(3) })] });
    expect(countBoard(mending).attention).toBe(1);
    const mended = boardItems({ ...rows, drafts: [draft(5, { supersedes: sampleId(3), state: 'kept' })] });
    expect(countBoard(mended).attention).toBe(0);
  });

  test('a returned application is shown until its mended successor is queued', () => {
    const returned: CaseState = {
      v: 1,
      submissionId: sampleId(4),
      seq: 9,
      epoch: 'e',
      status: 'returned',
      at: '2026-11-23T00:00:00.000Z',
    };
    const rows = { ...none, items: [received(4)], cases: new Map([[sampleId(4), returned]]) };
    const ids = (state: 'open' | 'kept') =>
      boardItems({ ...rows, drafts: [draft(5, { supersedes: sampleId(4), state })] }).map(({ id }) => id);
    expect(ids('open')).toContain(sampleId(4));
    expect(ids('kept')).not.toContain(sampleId(4));
  });
});

test.each([
  ['never reached', null, null, null],
  ['only enrolled', null, { enrolledAt: 40 }, 40],
  ['reached since', { serverTime: '2026-11-22T04:42:00Z', deviceTime: 90 }, { enrolledAt: 40 }, 90],
  ['enrolled again after it', { serverTime: '2026-11-22T04:42:00Z', deviceTime: 20 }, { enrolledAt: 40 }, 40],
] as const)('the last contact of a device %s', (_, lastContact, device, expected) => {
  expect(lastContactOf({ lastContact }, device)).toBe(expected);
});

describe('what a person can steer', () => {
  const placeOf = (item: OutboxItem, rows: Partial<BoardRows> = {}) =>
    boardItems({ ...none, ...rows, items: [item] })[0];
  const withdrawal = { code: 'withdrawn', at: 7, by: 'citizen', mayHaveArrived: true } as const;
  const withdrawn: OutboxItem = { ...sampleItem(1), state: 'needs-attention', problem: withdrawal };

  test('a held item says so, and who is sending is named', () => {
    expect(placeOf({ ...sampleItem(1), held: true } as OutboxItem)?.place).toMatchObject({ held: true });
    const sending = (owner: string): OutboxItem => ({
      ...sampleItem(1),
      state: 'sending',
      lease: { owner, until: 1 },
    });
    const by = (owner: string) => placeOf(sending(owner))?.place;
    expect(by('setu-alive-page-1#3')).toMatchObject({ by: 'this-window' });
    expect(by('setu-alive-page-2#3')).toMatchObject({ by: 'another-window' });
    expect(by('setu-alive-worker-9#1')).toMatchObject({ by: 'background' });
  });

  test('a withdrawn item says by whom, whether it may have arrived, and that it did once the server speaks of it', () => {
    expect(placeOf(withdrawn)?.place).toEqual({
      kind: 'withdrawn',
      withdrawnAt: 7,
      byMe: true,
      arrived: 'maybe',
      canUndo: true,
    });
    const state: CaseState = {
      v: 1,
      submissionId: sampleId(1),
      seq: 1,
      epoch: 'e',
      status: 'received',
      at: '',
    };
    const known = placeOf(withdrawn, { cases: new Map([[sampleId(1), state]]) });
    expect(known?.place).toMatchObject({ arrived: 'yes' });
    const viewer = { owner: 'user:2', window: 'page-1' };
    expect(placeOf(withdrawn, { viewer })?.place).toMatchObject({ byMe: false });
  });

  test('text and files are weighed together, also of a row that lacks half of it', () => {
    const paper = { id: 'f', slot: 'photo', sha256: '', bytes: 1000, mediaType: 'image/jpeg' as const };
    const bytes = (n: OutboxItem) => placeOf(n)?.facts?.bytes ?? 0;
    expect(bytes(sampleItem(1, { attachments: [paper] }))).toBeGreaterThan(1000);
    const damaged = {
      ...sampleItem(1),
      submission: {},
      state: 'needs-attention',
      problem: { code: 'damaged' },
    };
    expect(bytes(damaged as OutboxItem)).toBe(0);
  });

  test('work of others is counted and not shown: open drafts and what has not arrived', () => {
    const theirs = [1, 2, 3, 4].map((n) => draft(n, { owner: 'user:9', state: n === 1 ? 'open' : 'kept' }));
    const items = [sampleItem(2), received(3), { ...withdrawn, id: sampleId(4) }];
    expect(countOthers([...theirs, draft(5)], items, 'citizen')).toBe(2);
    expect(countOthers(theirs, items, 'user:9')).toBe(0);
  });
});

test('what says the same as before stays the same object; what changed or is new does not', () => {
  const rows = (items: readonly OutboxItem[]) => boardItems({ ...none, items });
  const before = rows([sampleItem(1), sampleItem(2)]);
  const after = keepUnchanged(rows([sampleItem(1), received(2), sampleItem(3)]), before);
  const at = (items: typeof before, n: number) => items.find(({ id }) => id === sampleId(n));
  expect(at(after, 1)).toBe(at(before, 1));
  expect(at(after, 2)).toMatchObject({ place: { kind: 'received' } });
  expect(at(after, 3)).toMatchObject({ place: { kind: 'waiting' } });
  expect(after.map(({ id }) => id)).toEqual(
    rows([sampleItem(1), received(2), sampleItem(3)]).map(({ id }) => id),
  );
});
