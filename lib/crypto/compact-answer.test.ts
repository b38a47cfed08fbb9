import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseContract } from '../contract/parse-contract';
import { compactSyncResponseSchema } from '../contract/sync-schema';
import { exampleSubmission } from '../contract/testing/examples';
import type {
  Change,
  CompactSyncResponse,
  SyncReceipt,
  SyncResponse,
  WireSubmission,
} from '../contract/wire';
import { toBase64url } from './base64url';
import { utf8 } from './bytes';
import { compactAnswer } from './compact-answer';
import { expandAnswer } from './expand-answer';
import { receiptText } from './receipt-text';
import { submissionHash } from './submission-hash';

const AT = '2026-11-22T04:42:09.120Z';
const nth = (n: number, files = 0): WireSubmission => ({
  ...exampleSubmission,
  id: `3f2b8f0e-5d0c-4a8e-9b57-${String(n).padStart(12, '0')}`,
  attachments: Array.from({ length: files }, (_, at) => ({
    ...exampleSubmission.attachments[0],
    id: `7a1d2c3b-4e5f-4a6b-8c7d-${String(at).padStart(12, '0')}`,
  })) as WireSubmission['attachments'],
});
const named = (submissions: readonly WireSubmission[]) =>
  submissions.map(({ id, attachments }) => ({ id, files: attachments.length }));
const overTheLine = (answer: CompactSyncResponse): CompactSyncResponse => {
  const read = parseContract(compactSyncResponseSchema, JSON.parse(JSON.stringify(answer)));
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value as CompactSyncResponse;
};
const rest = {
  cursor: 900,
  epoch: 'e1',
  backupSeq: 3,
  serverTime: '2026-11-22T04:42:10.000Z',
  catalogueVersion: 4,
};

/** What the server did with one submission, and what else it says of it. */
interface Done {
  readonly n: number;
  readonly files: number;
  readonly outcome: SyncReceipt['outcome'];
  readonly step: number;
  readonly kid: string;
  readonly epoch: string;
  readonly at: string;
  readonly signature: string;
  readonly spelling: 'ours' | 'other-order' | 'other-id' | 'no-jws' | 'missing';
  readonly change: 'received' | 'with-note' | 'other-time' | 'files-there' | 'decided' | 'none' | 'twice';
}
const often = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(usual) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
  );
const done: fc.Arbitrary<Done> = fc.record({
  n: fc.nat(30),
  files: fc.nat(2),
  outcome: fc.constantFrom('accepted', 'accepted', 'accepted', 'duplicate', 'refused'),
  step: often(1, 2, 5),
  kid: often('kid00001', 'kid00002'),
  epoch: often('e1', 'e0'),
  at: often(AT, '2026-11-22T04:42:09Z'),
  signature: fc
    .uint8Array({ minLength: 64, maxLength: 64 })
    .map((bytes) => Buffer.from(bytes).toString('base64url')),
  spelling: often<Done['spelling']>('ours', 'other-order', 'other-id', 'no-jws', 'missing'),
  change: often<Done['change']>(
    'received',
    'with-note',
    'other-time',
    'files-there',
    'decided',
    'none',
    'twice',
  ),
});

async function answerOf(all: readonly Done[], more: { shuffled: boolean; lost: number; newest: boolean }) {
  const sent = all.map((one) => nth(one.n, one.files));
  const receipts: SyncReceipt[] = [];
  const changes: Change[] = [];
  let seq = 7;
  for (const [place, one] of all.entries()) {
    const submission = sent[place] ?? exampleSubmission;
    seq += one.step;
    const { id } = submission;
    if (one.outcome === 'refused')
      receipts.push({ id, outcome: 'refused', problem: { code: 'validation-failed' } });
    else receipts.push(await receiptOf(one, submission, seq));
    const files = { have: 0, of: one.files };
    const change: Change = { submissionId: id, seq, status: 'received', at: one.at, files };
    if (one.change === 'received' || one.change === 'twice') changes.push(change);
    if (one.change === 'with-note') changes.push({ ...change, note: 'ছবি অস্পষ্ট' });
    if (one.change === 'other-time') changes.push({ ...change, at: '2026-11-23T00:00:00.000Z' });
    if (one.change === 'files-there') changes.push({ ...change, files: { have: 1, of: one.files + 1 } });
    if (one.change === 'decided') changes.push({ ...change, status: 'superseded' });
    if (one.change === 'twice') changes.push({ ...change, seq: ++seq, status: 'superseded' });
  }
  if (more.shuffled) changes.reverse();
  const told = receipts.slice(0, receipts.length - more.lost);
  const page = changes.slice(0, more.newest ? undefined : Math.ceil(changes.length / 2));
  const answer: SyncResponse = {
    receipts: told,
    changes: page,
    ...rest,
    ...(!more.newest && { more: true }),
  };
  return { sent, answer };
}

async function receiptOf(one: Done, submission: WireSubmission, seq: number): Promise<SyncReceipt> {
  const { id } = submission;
  const { outcome, kid, epoch, at, signature } = one;
  if (one.spelling === 'missing') return { id, outcome };
  if (one.spelling === 'no-jws') return { id, outcome, receipt: 'a.b.c' };
  const sha256 = await submissionHash(submission);
  const claims = { id: one.spelling === 'other-id' ? nth(99).id : id, sha256, seq, epoch, at };
  if (one.spelling !== 'other-order')
    return { id, outcome, receipt: receiptText({ kid, claims, signature }) };
  const part = (value: unknown) => toBase64url(utf8(JSON.stringify(value)));
  const header = part({ typ: 'receipt+jwt', alg: 'ES256', kid });
  return { id, outcome, receipt: `${header}.${part(claims)}.${signature}` };
}

const plain = (n: number, change: Partial<Done> = {}): Done => ({
  n,
  files: n % 3,
  outcome: 'accepted',
  step: 1,
  kid: 'kid00001',
  epoch: 'e1',
  at: AT,
  signature: 'A'.repeat(86),
  spelling: 'ours',
  change: 'received',
  ...change,
});
const WHOLE = { shuffled: false, lost: 0, newest: true };

describe('the compact answer', () => {
  test('comes out as it went in, in order, whatever was done with the submissions', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(done, { maxLength: 20 }),
        fc.record({ shuffled: often(false, true), lost: often(0, 1, 3), newest: often(true, false) }),
        async (all, more) => {
          const { sent, answer } = await answerOf(all, more);
          const said = overTheLine(compactAnswer(answer, named(sent)));
          expect(await expandAnswer(said, sent)).toEqual(answer);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  test('says once what the receipts share, and nothing of what they say already', async () => {
    const { sent, answer } = await answerOf(
      Array.from({ length: 40 }, (_, n) => plain(n)),
      WHOLE,
    );
    const said = compactAnswer(answer, named(sent));
    expect(said).toMatchObject({ receipts: [], changes: [], cursor: 900 });
    expect(said.signed).toEqual([
      {
        from: 0,
        outcome: 'accepted',
        kid: 'kid00001',
        at: AT,
        seq: 8,
        news: true,
        signatures: 'A'.repeat(86 * 40),
      },
    ]);
  });

  test('goes on behind a refused one, and keeps a change that says more', async () => {
    const { sent, answer } = await answerOf(
      [
        plain(0),
        plain(1, { outcome: 'refused', step: 0, change: 'none' }),
        plain(2),
        plain(3, { change: 'with-note' }),
        plain(4, { outcome: 'duplicate', epoch: 'e0', change: 'none' }),
      ],
      WHOLE,
    );
    const said = compactAnswer(answer, named(sent));
    expect(said.receipts.map(({ outcome }) => outcome)).toEqual(['refused']);
    expect(said.changes.map(({ note }) => note)).toEqual(['ছবি অস্পষ্ট']);
    expect(said.signed?.map(({ from, outcome, epoch, news }) => [from, outcome, epoch, news])).toEqual([
      [0, 'accepted', undefined, true],
      [2, 'accepted', undefined, true],
      [3, 'accepted', undefined, undefined],
      [4, 'duplicate', 'e0', undefined],
    ]);
  });

  test('leaves an answer without receipts as it is', async () => {
    const answer: SyncResponse = { receipts: [], changes: [], ...rest };
    expect(compactAnswer(answer, [])).toEqual(answer);
    expect(await expandAnswer(answer, [])).toEqual(answer);
  });

  test('is none when a receipt stands where nothing was sent, where another is, or behind a gap', async () => {
    const { sent, answer } = await answerOf([plain(0), plain(1), plain(2)], WHOLE);
    const said = compactAnswer(answer, named(sent));
    const [group] = said.signed ?? [];
    if (!group) throw new Error('no group');
    for (const signed of [
      [{ ...group, from: 1 }],
      [{ ...group, from: 199 }],
      [group, group],
      [{ ...group, from: 1, signatures: 'A'.repeat(172) }],
    ])
      expect(await expandAnswer({ ...said, signed }, sent)).toBeUndefined();
    const whole: SyncReceipt = { id: sent[0]?.id ?? '', outcome: 'duplicate' };
    const last = { ...group, from: 2, signatures: 'A'.repeat(86) };
    expect(await expandAnswer({ ...said, receipts: [whole], signed: [last] }, sent)).toBeUndefined();
  });

  test('is not read when signatures are cut, too long or no text of signatures', async () => {
    const { sent, answer } = await answerOf([plain(0), plain(1)], WHOLE);
    const said = compactAnswer(answer, named(sent));
    const [group] = said.signed ?? [];
    for (const signatures of [
      '',
      'A'.repeat(85),
      'A'.repeat(171),
      `${'A'.repeat(85)}=`,
      'A'.repeat(201 * 86),
    ])
      expect(
        parseContract(compactSyncResponseSchema, { ...said, signed: [{ ...group, signatures }] }).ok,
      ).toBe(false);
  });
});
