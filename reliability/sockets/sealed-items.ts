import { randomBytes, randomUUID } from 'node:crypto';
import { makeTrackingCode } from '../../lib/contract/tracking-code';
import type { AttachmentHeader, Plaintext } from '../../lib/contract/wire';
import type { Bytes } from '../../lib/crypto/bytes';
import { encryptFile } from '../../lib/crypto/file-box';
import { randomDigits } from '../../lib/crypto/random-digits';
import { sealSubmission } from '../../lib/crypto/seal-submission';
import { seededChance } from '../../lib/forms/testing/chance';
import { generateAnswers } from '../../lib/forms/testing/generate-answers';
import type { OutboxItem } from '../../lib/outbox/item';
import type { PaperDevice } from '../../scripts/bench/paper-device';

const PDF = Buffer.from('%PDF-1.7\n');

/** A file of exactly so many bytes that is kept as it is: the server draws pictures anew. */
export function pdfOf(bytes: number): Bytes {
  const content = new Uint8Array(randomBytes(bytes));
  content.set(PDF.subarray(0, bytes));
  return content;
}

/** A file as it lies encrypted on the device, and what it was before. */
export interface SealedFile {
  readonly submissionId: string;
  readonly header: AttachmentHeader;
  readonly box: Bytes;
  readonly plain: Bytes;
}

export interface Made {
  readonly item: OutboxItem;
  readonly files: readonly SealedFile[];
}

export interface ItemWish {
  readonly serviceId: string;
  /** The counter in the tracking code: never twice on a device. */
  readonly nth: number;
  /** Content of the paper that the form asks for. */
  readonly paper?: Bytes;
  readonly queuedAt?: number;
}

const isPaper = (slot: string): boolean => slot.startsWith('doc:');

/** The file that may be a PDF: a paper, not a photo or a signature. */
export function paperOf({ files }: Made): SealedFile {
  const paper = files.find(({ header }) => isPaper(header.slot));
  if (!paper) throw new Error('the service asks for no paper');
  return paper;
}

const DIFFERENT_PEOPLE = 12;
const people = new Map<string, ReturnType<typeof generateAnswers>>();

/**
 * One invented application with real encrypted files, sealed as the app does it but without the dictionary. Its answers are one of a
 * dozen: thousands are needed, and making them up costs more than sending them.
 */
export async function makeItem(device: PaperDevice, wish: ItemWish): Promise<Made> {
  const { serviceId, nth } = wish;
  const { catalogue } = device;
  const definition = catalogue.services.find(({ id }) => id === serviceId);
  if (!definition) throw new Error(`the server does not offer ${serviceId}`);
  const id = randomUUID();
  const made = someAnswers(device, definition, nth % DIFFERENT_PEOPLE);
  const queuedAt = wish.queuedAt ?? Date.now();
  const files: SealedFile[] = [];
  const fileKeys: Record<string, string> = {};
  for (const { id: attachmentId, slot } of made.attachments) {
    const plain = (isPaper(slot) ? wish.paper : undefined) ?? pdfOf(64);
    const { box, key, sha256 } = await encryptFile(plain, { submissionId: id, attachmentId });
    const mediaType = isPaper(slot) ? ('application/pdf' as const) : ('image/jpeg' as const);
    const header: AttachmentHeader = { id: attachmentId, slot, sha256, bytes: box.length, mediaType };
    fileKeys[attachmentId] = key;
    files.push({ submissionId: id, header, box, plain });
  }
  const at = new Date(queuedAt).toISOString();
  const plaintext: Plaintext = {
    v: 1,
    lang: 'bn',
    check: randomDigits(6),
    answers: made.answers,
    consent: { textVersion: '2026-1', lang: 'bn', given: 'tick', forWhom: 'child', at },
    fee: { governmentBdt: 25, chargeBdt: 50, taken: true },
    author: { kind: 'operator', name: 'শিউলি বেগম' },
    fileKeys,
  };
  const submission = await sealSubmission({
    header: {
      id,
      trackingCode: makeTrackingCode(device.code, nth),
      serviceId,
      serviceVersion: definition.version,
      queuedAt: at,
      attachments: files.map(({ header }) => header),
    },
    plaintext,
    key: device.keys.seal,
  });
  return { item: { v: 1, id, submission, queuedAt, attempts: 0, state: 'queued' }, files };
}

function someAnswers(
  { catalogue }: PaperDevice,
  definition: PaperDevice['catalogue']['services'][number],
  person: number,
): ReturnType<typeof generateAnswers> {
  const key = `${definition.id} ${definition.version} ${person}`;
  const today = new Date().toISOString().slice(0, 10);
  const { optionSets } = catalogue;
  const answers =
    people.get(key) ?? generateAnswers({ definition, optionSets, chance: seededChance(person), today });
  people.set(key, answers);
  return answers;
}
