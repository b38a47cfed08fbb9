import { dhakaToday } from '../bangla/dhaka-date';
import { packPlaintext } from '../contract/packing/pack-plaintext';
import { packingPlan } from '../contract/packing/packing-plan';
import { makeTrackingCode } from '../contract/tracking-code';
import type { AttachmentHeader, FeeRecord, Plaintext, ServerKeys } from '../contract/wire';
import { utf8 } from '../crypto/bytes';
import { randomDigits } from '../crypto/random-digits';
import { sealSubmission } from '../crypto/seal-submission';
import { sealJson } from '../crypto/vault';
import { compressionDictionary } from '../forms/dictionary';
import { feeFor } from '../forms/fee';
import { type Submittable, submittableAnswers } from '../forms/submittable-answers';
import { validateForm } from '../forms/validate';
import { createFormView } from '../forms/visibility';
import { commitQueued } from '../local/commit-queued';
import type { DraftContent, DraftRow, PersonRecord, PinnedDefinitionRow } from '../local/rows';
import { err, ok, type Result } from '../shared/result';
import type { QueuedSlip, QueueProblem } from './api';
import { learnPacking } from './learn-packing';
import { saveProblemOf } from './save-problem';
import { takeSealKey } from './seal-keys';
import { currentKeys } from './server-keys';
import type { WorkRoom } from './work-room';

/** Numbers another tab may take before this one gives up. */
const TRIES = 20;

/** Everything a submission is made of, checked and complete. */
interface Ready {
  readonly row: DraftRow;
  readonly content: DraftContent & Required<Pick<DraftContent, 'consent'>>;
  readonly pinned: PinnedDefinitionRow;
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
      const row = await room.drafts.row(id);
      const content = row && (await room.drafts.open(row));
      if (!row || !content) return err({ type: 'store-down' });
      if (row.state === 'kept') return ok(slipOf(id, content));
      const ready = await makeReady(room, row, content);
      if (!ready.ok) return ready;
      const queued = await sealAndCommit(room, ready.value);
      if (queued !== 'again') return queued;
    }
    return err({ type: 'store-down' });
  } catch (error) {
    return err(saveProblemOf(error));
  }
}

async function makeReady(
  room: WorkRoom,
  row: DraftRow,
  content: DraftContent,
): Promise<Result<Ready, QueueProblem>> {
  const pinned = await room.drafts.pinned(row.serviceId, row.serviceVersion);
  if (pinned === null) return err({ type: 'store-down' });
  const { definition, optionSets } = pinned;
  const { answers, attachments, consent } = content;
  const today = dhakaToday(room.now());
  const { errors } = validateForm({ definition, optionSets, answers, attachments, today });
  if (errors.length > 0) return err({ type: 'invalid', errors });
  if (consent === undefined) return err({ type: 'consent-missing' });
  if ((await room.records.nextCount()) === null) return err({ type: 'not-enrolled' });
  const [keys] = await Promise.all([currentKeys(room), learnPacking()]);
  if (keys === null) return err({ type: 'no-server-key' });
  const person = await room.records.person();
  return ok({
    row,
    content: { ...content, consent },
    pinned,
    sent: submittableAnswers({ definition, answers, attachments, today }),
    fee: content.fee ?? (await feeOf(room, pinned, { content, today, person })),
    author: authorOf(person),
    keys,
  });
}

async function sealAndCommit(
  room: WorkRoom,
  ready: Ready,
): Promise<Result<QueuedSlip, QueueProblem> | 'again'> {
  const { row, content, pinned, sent, fee, author, keys } = ready;
  const count = await room.records.nextCount();
  if (count === null) return err({ type: 'not-enrolled' });
  const now = room.now();
  const check = randomDigits(6);
  const trackingCode = makeTrackingCode(count.deviceCode, count.next);
  const sentFiles = content.attachments.filter(({ id }) => sent.attachmentIds.includes(id));
  const plan = packingPlan(pinned.definition, pinned.optionSets);
  const submission = await sealSubmission({
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
    dictionary: utf8(compressionDictionary(pinned.definition, pinned.optionSets)),
    pack: (header, plaintext) => packPlaintext(plan, header, plaintext),
  });
  const kept: DraftContent = { ...content, fee, trackingCode, check };
  const outcome = await commitQueued(room.gate, {
    item: { v: 1, id: row.id, submission, queuedAt: now, attempts: 0, state: 'queued' },
    base: row,
    keptBox: await sealJson(await room.keys.keyOf(row.owner), kept, row.id),
    counter: { deviceCode: count.deviceCode, used: count.next },
    now,
  });
  if (outcome === 'missing') return err({ type: 'store-down' });
  return outcome === 'queued' ? ok({ id: row.id, trackingCode, check }) : 'again';
}

async function feeOf(
  room: WorkRoom,
  { definition }: PinnedDefinitionRow,
  about: { readonly content: DraftContent; readonly today: string; readonly person: PersonRecord },
): Promise<FeeRecord> {
  const { totalBdt } = feeFor(createFormView(definition, about.content.answers, about.today));
  const charged = about.person.kind === 'operator' ? (await room.records.settings()).chargeBdt : 0;
  return { governmentBdt: totalBdt, chargeBdt: charged, taken: false };
}

function authorOf(person: PersonRecord): Plaintext['author'] {
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
