import { LIMITS } from '../contract/limits';
import { adviceFor } from '../contract/retry-advice';
import { PROTOCOL, type SyncReceipt } from '../contract/wire';
import type { CarriedFileRow, CarriedItemRow, PackageTrouble } from '../local/carry-rows';
import type { CarriedPackage, CarryStore, SettledItem } from '../local/carry-store';
import { type Exchange, nextBatchBytes } from '../outbox/air-time';
import { lineBytes } from '../outbox/batch';
import type { WaitReason } from '../outbox/item';
import type { ReceiptVerifier } from '../outbox/ports';
import { reasonForAll } from '../outbox/refusal';
import type { Line } from '../remote/exchange';
import { lineUnder, postRelay } from '../remote/http-relay';
import { sendProblemOf } from '../remote/http-sync-sender';
import type { Trouble } from '../remote/trouble';
import type { UploadJob, UploadOutcome } from '../remote/tus-uploader';

export interface CarryDeps {
  readonly store: CarryStore;
  readonly line: Line;
  readonly verifier: ReceiptVerifier;
  readonly upload: (line: Line, job: UploadJob, signal: AbortSignal) => Promise<UploadOutcome>;
  /** This device's own ticket, for files of version 1, which brought none. */
  readonly ownTicket: () => Promise<string | null>;
}

/** `wait` names why the rest stays here for now; null = everything that can go has gone. */
export interface CarryReport {
  readonly wait: WaitReason | null;
  readonly retryAfterMs?: number;
}

type Step = CarryReport | { readonly trouble: PackageTrouble } | 'done';

/**
 * Sends what this device carries for others: of each package all texts, in batches by air time, and then its files.
 * What was verified is written at once, so that a cut, a closed page or another tab costs nothing that had arrived.
 */
export async function sendCarried(deps: CarryDeps, signal: AbortSignal): Promise<CarryReport> {
  const air: Exchange[] = [];
  let end: CarryReport = { wait: null };
  for (const { head } of await deps.store.all()) {
    const step = await sendPackage(deps, head.id, air, signal);
    if (step === 'done') continue;
    if ('trouble' in step) await deps.store.setTrouble(head.id, step.trouble);
    else {
      end = step;
      // A line that does not answer has no answer for the next package either; a busy server may.
      if (step.wait !== null && step.wait !== 'server-busy') break;
    }
  }
  return end;
}

async function sendPackage(deps: CarryDeps, id: string, air: Exchange[], signal: AbortSignal): Promise<Step> {
  const found = await packageOf(deps, id);
  if (found === undefined || found.head.state !== 'whole' || found.head.letGo || found.head.trouble)
    return 'done';
  const ticket = found.head.ticket ?? (await deps.ownTicket());
  if (ticket === null) return { trouble: 'no-ticket' };
  const line = lineUnder(ticket, deps.line);
  const texts = await sendTexts({ ...deps, line }, found, air, signal);
  if (texts !== 'done') return texts;
  const now = await packageOf(deps, id);
  return now === undefined ? 'done' : sendFiles({ ...deps, line }, now, signal);
}

const packageOf = async ({ store }: CarryDeps, id: string): Promise<CarriedPackage | undefined> =>
  (await store.all()).find(({ head }) => head.id === id);

async function sendTexts(
  deps: CarryDeps,
  { head, items }: CarriedPackage,
  air: Exchange[],
  signal: AbortSignal,
): Promise<Step> {
  let left = items.filter(({ state }) => state === 'waiting');
  while (left.length > 0) {
    if (signal.aborted) return { wait: 'no-line' };
    const batch = nextBatch(left, nextBatchBytes(air));
    left = left.slice(batch.length);
    const step = await sendInParts(deps, head.id, batch, air);
    if (step !== 'done') return step;
  }
  return 'done';
}

function nextBatch(left: readonly CarriedItemRow[], bytes: number): readonly CarriedItemRow[] {
  let weight = 0;
  const fits = left.findIndex((item, index) => {
    weight += lineBytes(item.submission);
    return index > 0 && (weight > bytes || index >= LIMITS.submissionsPerSync);
  });
  return fits < 0 ? left : left.slice(0, fits);
}

/** Sends a batch; when it is refused as a whole, its halves, until the one to blame stands alone. */
async function sendInParts(
  deps: CarryDeps,
  packageId: string,
  batch: readonly CarriedItemRow[],
  air: Exchange[],
): Promise<Step> {
  const began = deps.line.now();
  const answer = await postRelay(deps.line, {
    protocol: PROTOCOL,
    submissions: batch.map(({ submission }) => submission),
  });
  const bytes = batch.reduce((sum, { submission }) => sum + lineBytes(submission), 0);
  const answered = answer.ok || answer.problem.type !== 'no-line';
  air.push({ bytes, ms: deps.line.now() - began, answered });
  if (answer.ok) return settle(deps, packageId, batch, answer.value.receipts);
  const refusal = stepOf(answer.problem);
  if (refusal !== 'split') return refusal;
  const [only] = batch;
  if (batch.length === 1 && only) {
    await deps.store.settleItems(packageId, [
      { id: only.id, state: 'refused', problem: codeOf(answer.problem) },
    ]);
    return 'done';
  }
  const middle = Math.ceil(batch.length / 2);
  const first = await sendInParts(deps, packageId, batch.slice(0, middle), air);
  return first === 'done' ? sendInParts(deps, packageId, batch.slice(middle), air) : first;
}

function stepOf(trouble: Trouble): Exclude<Step, 'done'> | 'split' {
  if (trouble.type === 'problem' && trouble.status === 401) return { trouble: 'ticket-refused' };
  if (codeOf(trouble) === 'device-revoked') return { trouble: 'device-revoked' };
  const problem = sendProblemOf(trouble);
  if (problem.type === 'wait')
    return { wait: problem.reason, ...(problem.retryAfterMs && { retryAfterMs: problem.retryAfterMs }) };
  const reason = reasonForAll(problem.problem.code);
  return reason ? { wait: reason } : 'split';
}

const codeOf = (trouble: Trouble): string =>
  (trouble.type === 'problem' ? trouble.problem?.code : undefined) ?? 'internal';

/** Writes what an answer says. One receipt that is none, and nothing more of this line is believed for now. */
async function settle(
  { store, verifier }: CarryDeps,
  packageId: string,
  batch: readonly CarriedItemRow[],
  receipts: readonly SyncReceipt[],
): Promise<Step> {
  const byId = new Map(receipts.map((receipt) => [receipt.id, receipt]));
  const settled: SettledItem[] = [];
  let isFalse = false;
  for (const { id, submission } of batch) {
    const said = byId.get(id);
    if (said === undefined) continue;
    if (said.outcome === 'refused') {
      const code = said.problem?.code;
      // What the advice says may pass by itself is sent again another time.
      if (code !== undefined && adviceFor(code) === 'never')
        settled.push({ id, state: 'refused', problem: code });
      continue;
    }
    const sha256 = await verifier.submissionHash({ submission });
    const verified = await verifier.verify(said.receipt ?? '', { id, sha256 });
    if (verified.ok) settled.push({ id, state: 'received', receipt: said.receipt ?? '' });
    else isFalse = true;
  }
  if (settled.length > 0) await store.settleItems(packageId, settled);
  return isFalse ? { wait: 'not-our-server' } : 'done';
}

async function sendFiles(
  deps: CarryDeps,
  { items, files }: CarriedPackage,
  signal: AbortSignal,
): Promise<Step> {
  const received = new Set(items.filter(({ state }) => state === 'received').map(({ id }) => id));
  for (const file of files) {
    if (file.state !== 'waiting' || !received.has(file.submissionId)) continue;
    if (signal.aborted) return { wait: 'no-line' };
    const outcome = await deps.upload(deps.line, jobOf(deps.store, file), signal);
    const { packageId, attachmentId } = file;
    if (outcome.type === 'sent')
      await deps.store.changeFile(packageId, attachmentId, {
        state: 'sent',
        offset: file.bytes,
        uploadUrl: undefined,
      });
    else if (outcome.type !== 'wait')
      await deps.store.changeFile(packageId, attachmentId, {
        state: 'refused',
        problem: outcome.type === 'refused' ? outcome.code : 'damaged',
      });
    else if (outcome.reason === 'session-needed') return { trouble: 'ticket-refused' };
    else if (!outcome.onlyThisFile)
      return { wait: outcome.reason, ...(outcome.retryAfterMs && { retryAfterMs: outcome.retryAfterMs }) };
  }
  return 'done';
}

function jobOf(store: CarryStore, file: CarriedFileRow): UploadJob {
  const { packageId, attachmentId, submissionId, sha256, bytes, uploadUrl } = file;
  return {
    target: { attachmentId, submissionId, sha256, bytes },
    ...(uploadUrl !== undefined && { uploadUrl }),
    read: (offset, length) => store.readSlice(file, offset, length),
    remember: (progress) => store.changeFile(packageId, attachmentId, progress),
  };
}
