import { isSameJson } from '../contract/is-same-json';
import { SIGNATURE_CHARS } from '../contract/sync-schema';
import type {
  Change,
  CompactSyncResponse,
  SignedReceipts,
  SyncReceipt,
  SyncResponse,
} from '../contract/wire';
import { readReceiptText } from './read-receipt-text';

/** What the server knows of one submission of the request. */
export interface SentSubmission {
  readonly id: string;
  /** How many files it announces. */
  readonly files: number;
}

const TOKEN = /^[A-Za-z0-9_-]{1,64}$/;
const SIGNATURE = new RegExp(`^[A-Za-z0-9_-]{${SIGNATURE_CHARS}}$`);

/** Signed receipts while they grow. */
type Growing = Omit<SignedReceipts, 'signatures'> & { readonly signatures: string[] };

/**
 * The answer in the form of protocol 2; `sent` are the submissions of the request, in order. A receipt that would not
 * come out again exactly as it is stays whole, and so does a change that says more than that a submission of this
 * request was received; `expandAnswer` undoes it, order included.
 */
export function compactAnswer(
  answer: SyncResponse,
  sent: readonly SentSubmission[],
  readText: typeof readReceiptText = readReceiptText,
): CompactSyncResponse {
  const { receipts, changes, ...rest } = answer;
  const untold = new Map(isAscending(changes) ? changes.map((change) => [change.seq, change]) : []);
  const told = new Set<Change>();
  const signed: Growing[] = [];
  const whole: SyncReceipt[] = [];
  for (const [place, receipt] of receipts.entries()) {
    const submission = sent[place];
    const alone = submission && signedAlone(place, receipt, submission, readText);
    if (!alone) {
      whole.push(receipt);
      continue;
    }
    const change = untold.get(alone.seq);
    const isNews = change !== undefined && isSameJson(change, receivedChange(alone, submission));
    if (isNews) {
      told.add(change);
      untold.delete(alone.seq);
    }
    const { epoch, signatures, ...shared } = alone;
    const group = {
      ...shared,
      ...(epoch !== rest.epoch && { epoch }),
      ...(isNews && { news: true as const }),
    };
    const last = signed.at(-1);
    if (last && isNextOf(last, group)) last.signatures.push(signatures);
    else signed.push({ ...group, signatures: [signatures] });
  }
  if (signed.length === 0) return answer;
  return {
    receipts: whole,
    changes: changes.filter((change) => !told.has(change)),
    ...rest,
    signed: signed.map(({ signatures, ...group }) => ({ ...group, signatures: signatures.join('') })),
  };
}

/** A group of this receipt alone, with its epoch; undefined when its text is not the one that the device would write. */
function signedAlone(
  from: number,
  { id, outcome, receipt, problem }: SyncReceipt,
  submission: SentSubmission,
  readText: typeof readReceiptText,
): SignedReceipts | undefined {
  const parts = receipt === undefined ? undefined : readText(receipt);
  if (!parts || problem || id !== submission.id || parts.claims.id !== id) return undefined;
  const { kid, signature, claims } = parts;
  const { at, seq, epoch } = claims;
  if (outcome === 'refused' || !TOKEN.test(kid) || !SIGNATURE.test(signature)) return undefined;
  return { from, outcome, kid, at, seq, epoch, signatures: signature };
}

const receivedChange = ({ seq, at }: SignedReceipts, { id, files }: SentSubmission): Change => ({
  submissionId: id,
  seq,
  status: 'received',
  at,
  files: { have: 0, of: files },
});

function isNextOf(
  { signatures, from, seq, ...shared }: Growing,
  { from: nextFrom, seq: nextSeq, ...nextShared }: Omit<SignedReceipts, 'signatures'>,
): boolean {
  const count = signatures.length;
  return nextFrom === from + count && nextSeq === seq + count && isSameJson(shared, nextShared);
}

const isAscending = (changes: readonly Change[]): boolean =>
  changes.every(({ seq }, index) => index === 0 || seq > (changes[index - 1]?.seq ?? seq));
