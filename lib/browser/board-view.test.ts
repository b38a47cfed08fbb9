import { describe, expect, test } from 'vitest';
import type { DraftRow } from '../local/rows';
import { sampleId, sampleItem } from '../local/testing/sample-items';
import type { CaseState, OutboxItem } from '../outbox/item';
import { type BoardRows, boardItems, countBoard, lastContactOf } from './board-view';

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
