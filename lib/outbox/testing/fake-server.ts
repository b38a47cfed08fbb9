import type {
  CaseStatus,
  Change,
  ItemProblem,
  ReceiptClaims,
  SyncRequest,
  SyncResponse,
  WireSubmission,
} from '../../contract/wire';
import { err, ok } from '../../shared/result';
import type { ReceiptVerifier } from '../ports';

/** All that a server would keep on disk, in a form that a backup can copy. */
interface Books {
  /** Bytes by id, as first accepted. */
  readonly submissions: Map<string, { readonly bytes: string; readonly receipt: string }>;
  readonly changes: Change[];
  /** One entry each time something was done because of a submission: more than one per id is a duplicate. */
  readonly effects: string[];
  seq: number;
}

/** An honest server in memory: one stream, records an id once, answers a repeat with the first receipt. */
export interface FakeServer {
  answer(request: SyncRequest, newsOnly?: boolean): SyncResponse;
  /** Refuses these ids by themselves. */
  readonly refusals: Map<string, ItemProblem>;
  decide(id: string, status: CaseStatus): void;
  /** Takes a backup; from now on `backupSeq` says so. */
  backUp(): void;
  /** Loses everything since the last backup and begins a new epoch. */
  restore(): void;
  has(id: string): boolean;
  bytesOf(id: string): string | undefined;
  effectsOf(id: string): number;
  /** Newest status of a case, as the books have it. */
  statusOf(id: string): CaseStatus | undefined;
  isBackedUp(id: string): boolean;
  /** Bytes under which each id was ever offered: more than one is a client's fault. */
  readonly offered: Map<string, Set<string>>;
}

const AT = '2026-11-22T04:42:00Z';
const bytesOf = (submission: WireSubmission) => JSON.stringify(submission);
const emptyBooks = (): Books => ({ submissions: new Map(), changes: [], effects: [], seq: 0 });
const sign = (claims: ReceiptClaims) => `signed ${JSON.stringify(claims)}`;

export function createFakeServer({ page = 500 }: { readonly page?: number } = {}): FakeServer {
  let books = emptyBooks();
  let backup = emptyBooks();
  let epochs = 1;
  const refusals = new Map<string, ItemProblem>();
  const offered = new Map<string, Set<string>>();
  const epoch = () => `e${epochs}`;

  function change(submissionId: string, status: CaseStatus): number {
    books.changes.push({ submissionId, seq: ++books.seq, status, at: AT });
    return books.seq;
  }

  function receive(submission: WireSubmission): SyncResponse['receipts'][number] {
    const { id } = submission;
    const bytes = bytesOf(submission);
    offered.set(id, (offered.get(id) ?? new Set()).add(bytes));
    const problem = refusals.get(id);
    if (problem) return { id, outcome: 'refused', problem };
    const known = books.submissions.get(id);
    if (known && known.bytes !== bytes) return { id, outcome: 'refused', problem: { code: 'conflict' } };
    if (known) return { id, outcome: 'duplicate', receipt: known.receipt };
    const receipt = sign({ id, sha256: bytes, seq: change(id, 'received'), epoch: epoch(), at: AT });
    books.submissions.set(id, { bytes, receipt });
    books.effects.push(id);
    return { id, outcome: 'accepted', receipt };
  }

  return {
    refusals,
    offered,
    answer(request, newsOnly = false) {
      const from = newsOnly ? books.seq : request.cursor;
      const receipts = request.submissions.map(receive);
      const news = books.changes.filter(({ seq }) => seq > from);
      const changes = news.slice(0, page);
      return structuredClone({
        receipts,
        changes,
        cursor: changes.at(-1)?.seq ?? books.seq,
        epoch: epoch(),
        backupSeq: backup.seq,
        serverTime: AT,
        catalogueVersion: 1,
        ...(news.length > page && { more: true }),
      });
    },
    decide(id, status) {
      if (books.submissions.has(id)) change(id, status);
    },
    backUp() {
      backup = structuredClone(books);
    },
    restore() {
      books = structuredClone(backup);
      epochs++;
    },
    has: (id) => books.submissions.has(id),
    bytesOf: (id) => books.submissions.get(id)?.bytes,
    effectsOf: (id) => books.effects.filter((effect) => effect === id).length,
    statusOf: (id) => books.changes.findLast(({ submissionId }) => submissionId === id)?.status,
    isBackedUp: (id) => backup.submissions.has(id),
  };
}

/** Believes what the fake server signed, and nothing else. The hash is the bytes themselves. */
export const fakeVerifier: ReceiptVerifier = {
  async submissionHash(item) {
    if (item.submission.sealed.ct === 'unreadable') throw new Error('invented');
    return bytesOf(item.submission);
  },
  async verify(jws, expected) {
    if (!jws.startsWith('signed ')) return err({ type: 'receipt-not-verified' });
    const claims: ReceiptClaims = JSON.parse(jws.slice('signed '.length));
    const isFor = claims.id === expected.id && claims.sha256 === expected.sha256;
    return isFor ? ok(claims) : err({ type: 'receipt-not-verified' });
  },
};
