import { dhakaToday } from '../bangla/dhaka-date';
import { packPlaintext } from '../contract/packing/pack-plaintext';
import { makeTrackingCode } from '../contract/tracking-code';
import type { AttachmentHeader, FeeRecord, Plaintext, ServerKeys } from '../contract/wire';
import { randomDigits } from '../crypto/random-digits';
import { sealSubmission } from '../crypto/seal-submission';
import { submissionHash } from '../crypto/submission-hash';
import { sealJson } from '../crypto/vault';
import { feeFor } from '../forms/fee';
import { type Submittable, submittableAnswers } from '../forms/submittable-answers';
import { validateForm } from '../forms/validate';
import { createFormView } from '../forms/visibility';
import { commitQueued } from '../local/commit-queued';
import { readToQueue, type ToQueue } from '../local/read-to-queue';
import { ownerOf } from '../local/record-store';
import type { DraftContent, DraftRow } from '../local/rows';
import { err, ok, type Result } from '../shared/result';
import type { QueuedSlip, QueueProblem } from './api';
import { learnPacking } from './learn-packing';
import { type PackingParts, packingPartsFor } from './packing-parts';
import { saveProblemOf } from './save-problem';
import { prepareSealKey, readyNextKey, takeSealKey } from './seal-keys';
import { refreshKeys } from './server-keys';
import type { WorkRoom } from './work-room';

/** Numbers another tab may take before this one gives up. */
const TRIES = 20;

/** Everything a submission is made of, checked and complete. */
interface Ready {
  readonly row: DraftRow;
  readonly content: DraftContent & Required<Pick<DraftContent, 'consent'>>;
  readonly count: NonNullable<ToQueue['count']>;
  readonly parts: PackingParts;
  readonly sent: Submittable;
  readonly fee: FeeRecord;
  readonly author: Plaintext['author'];
  readonly keys: ServerKeys;
}

/**
 * Checks, seals and queues a draft; resolves after the durable commit. From then on the device cannot read what it will
 * send. Asked twice, it answers with the slip of the first time.
 */
export async function queueDraft(room: WorkRoom, id: string): Promise<Result<QueuedSlip, QueueProblem>> {
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const [read, heldKeys] = await Promise.all([readToQueue(room.gate, id), keysHeld(room)]);
      const { row } = read;
      const content = row && (await room.drafts.open(row));
      if (!row || !content) return err({ type: 'store-down' });
      if (row.state === 'kept') return ok(slipOf(id, content));
      // Another operator came meanwhile: nothing is handed in under a name that did not write it.
      if (ownerOf(read.person) !== row.owner) return err({ type: 'store-down' });
      const ready = await makeReady(room, { ...read, row, content, heldKeys });
      if (!ready.ok) return ready;
      const queued = await sealAndCommit(room, ready.value);
      if (queued !== 'again') return queued;
    }
    return err({ type: 'store-down' });
  } catch (error) {
    return err(saveProblemOf(error));
  }
}

/**
 * Does ahead what queueing this draft will need and what cannot grow old before it: code, packing, vault key, the next
 * key to seal with. Queueing is right without it, only slower; what fails here is met again there.
 */
export async function prepareToQueue(room: WorkRoom, id: string): Promise<void> {
  const row = await room.drafts.row(id);
  if (row?.state !== 'open') return;
  const [keys] = await Promise.all([
    keysHeld(room),
    learnPacking(),
    packingPartsFor(room, row),
    room.keys.keyOf(row.owner),
  ]);
  // Somebody may have signed out meanwhile: no session begins for a person who has left.
  if (ownerOf(await room.records.person()) !== row.owner) return;
  if (keys !== null) await prepareSealKey(room, { owner: row.owner, seal: keys.seal });
}

interface Read extends Omit<ToQueue, 'row'> {
  readonly row: DraftRow;
  readonly content: DraftContent;
  readonly heldKeys: ServerKeys | null;
}

async function makeReady(room: WorkRoom, read: Read): Promise<Result<Ready, QueueProblem>> {
  const { row, content, count } = read;
  const parts = await packingPartsFor(room, row);
  if (parts === null) return err({ type: 'store-down' });
  const { definition, optionSets } = parts.pinned;
  const { answers, attachments, consent } = content;
  const today = dhakaToday(room.now());
  const { errors } = validateForm({ definition, optionSets, answers, attachments, today });
  if (errors.length > 0) return err({ type: 'invalid', errors });
  if (consent === undefined) return err({ type: 'consent-missing' });
  if (count === null) return err({ type: 'not-enrolled' });
  const [keys] = await Promise.all([read.heldKeys ?? refreshKeys(room), learnPacking()]);
  if (keys === null) return err({ type: 'no-server-key' });
  return ok({
    row,
    content: { ...content, consent },
    count,
    parts,
    sent: submittableAnswers({ definition, answers, attachments, today }),
    fee: content.fee ?? feeOf(read, parts, today),
    author: authorOf(read),
    keys,
  });
}

async function sealAndCommit(
  room: WorkRoom,
  ready: Ready,
): Promise<Result<QueuedSlip, QueueProblem> | 'again'> {
  const { row, content, count, parts, sent, fee, author, keys } = ready;
  const now = room.now();
  const check = randomDigits(6);
  const trackingCode = makeTrackingCode(count.deviceCode, count.next);
  const sentFiles = content.attachments.filter(({ id }) => sent.attachmentIds.includes(id));
  const kept: DraftContent = { ...content, fee, trackingCode, check };
  const [submission, keptBox] = await Promise.all([
    sealSubmission({
      header: {
        id: row.id,
        trackingCode,
        serviceId: row.serviceId,
        serviceVersion: row.serviceVersion,
        queuedAt: new Date(now).toISOString(),
        attachments: sentFiles.map(headerOf),
        ...(row.supersedes !== undefined && { supersedes: row.supersedes }),
      },
      plaintext: {
        v: 1,
        lang: content.consent.lang,
        check,
        answers: sent.answers,
        consent: content.consent,
        fee,
        author,
        fileKeys: Object.fromEntries(sentFiles.map(({ id }) => [id, content.fileKeys[id] ?? ''])),
      },
      key: await takeSealKey(room, { owner: row.owner, seal: keys.seal }),
      dictionary: parts.dictionary,
      pack: (header, plaintext) => packPlaintext(parts.plan, header, plaintext),
    }),
    room.keys.keyOf(row.owner).then((key) => sealJson(key, kept, row.id)),
  ]);
  const outcome = await commitQueued(room.gate, {
    item: {
      v: 1,
      id: row.id,
      submission,
      sha256: await submissionHash(submission),
      queuedAt: now,
      attempts: 0,
      state: 'queued',
    },
    base: row,
    keptBox,
    counter: { deviceCode: count.deviceCode, used: count.next },
    now,
  });
  readyNextKey(room);
  if (outcome === 'missing') return err({ type: 'store-down' });
  return outcome === 'queued' ? ok({ id: row.id, trackingCode, check }) : 'again';
}

/** Keys this device holds, without asking anybody. */
const keysHeld = (room: WorkRoom): Promise<ServerKeys | null> =>
  room.reference.serverKeys().catch(() => null);

function feeOf({ content, person, chargeBdt }: Read, { pinned }: PackingParts, today: string): FeeRecord {
  const { totalBdt } = feeFor(createFormView(pinned.definition, content.answers, today));
  return { governmentBdt: totalBdt, chargeBdt: person.kind === 'operator' ? chargeBdt : 0, taken: false };
}

function authorOf({ person }: Read): Plaintext['author'] {
  if (person.kind !== 'operator') return { kind: 'citizen' };
  return { kind: 'operator', userId: person.userId, name: person.name };
}

function headerOf({
  id,
  slot,
  sha256,
  bytes,
  mediaType,
}: DraftContent['attachments'][number]): AttachmentHeader {
  return { id, slot, sha256, bytes, mediaType };
}

function slipOf(id: string, { trackingCode = '', check = '' }: DraftContent): QueuedSlip {
  return { id, trackingCode, check };
}
