import { randomBytes, randomUUID } from 'node:crypto';
import { makeTrackingCode } from '@/lib/contract/tracking-code';
import type {
  AttachmentHeader,
  CatalogueResponse,
  Plaintext,
  ServerKeys,
  WireSubmission,
} from '@/lib/contract/wire';
import type { Bytes } from '@/lib/crypto/bytes';
import { encryptFile } from '@/lib/crypto/file-box';
import { sealSubmission } from '@/lib/crypto/seal-submission';
import type { Answers } from '@/lib/forms/definition';
import { seededChance } from '@/lib/forms/testing/chance';
import { generateAnswers } from '@/lib/forms/testing/generate-answers';
import { assert } from '@/lib/shared/assert';
import { CANARY } from './canary';

/** The form most cases are filled in with: names in two scripts, free text, a date, numbers, addresses, files. */
export const ORDINARY = 'nationality-character-certificate';

export interface Wish {
  readonly service?: string;
  /** Put over the right answers; undefined takes one away. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** Changes what is sealed. */
  readonly plaintext?: (right: Plaintext) => unknown;
  /** Changes the header before it is sealed, so that seal and header agree. */
  readonly header?: Readonly<Record<string, unknown>>;
  /** Changes the sealed item as it travels. */
  readonly sent?: (right: WireSubmission) => unknown;
  /** The content of its first file; the other files and, without it, all are only announced. */
  readonly file?: Bytes;
}

export interface Application {
  readonly item: unknown;
  readonly submission: WireSubmission;
  readonly plaintext: Plaintext;
  /** The first file as it is uploaded, when the wish names its content. */
  readonly box: Bytes;
}

interface Office {
  readonly catalogue: CatalogueResponse;
  readonly keys: ServerKeys;
}

let nth = 100;

/** An application of an invented citizen, right unless the wish bends it, sealed as a device seals it. */
export async function fillIn(
  { catalogue, keys }: Office,
  deviceCode: string,
  wish: Wish = {},
): Promise<Application> {
  const { service = ORDINARY, header = {} } = wish;
  const definition = catalogue.services.find(({ id }) => id === service);
  assert(definition, `the catalogue has ${service}`);
  nth += 1;
  const id = randomUUID();
  const queuedAt = new Date().toISOString();
  const made = generateAnswers({
    definition,
    optionSets: catalogue.optionSets,
    chance: seededChance(nth),
    today: queuedAt.slice(0, 10),
    fullness: 0,
  });
  const attachments: AttachmentHeader[] = made.attachments.map(({ id, slot, bytes }) => ({
    id,
    slot,
    bytes,
    sha256: randomBytes(32).toString('hex'),
    mediaType: 'image/jpeg',
  }));
  const fileKeys = Object.fromEntries(
    attachments.map((file) => [file.id, randomBytes(32).toString('base64url')]),
  );
  const first = attachments[0];
  let box: Bytes = new Uint8Array();
  if (wish.file && first) {
    const submissionId = String(header.id ?? id);
    const made = await encryptFile(wish.file, { submissionId, attachmentId: first.id });
    box = made.box;
    fileKeys[first.id] = made.key;
    attachments[0] = { ...first, sha256: made.sha256, bytes: box.byteLength };
  }
  const right: Plaintext = {
    v: 1,
    lang: 'bn',
    check: '042917',
    answers: withPatch({ ...made.answers, ...canariesFor(made.answers) }, wish.answers ?? {}),
    consent: { textVersion: '2026-1', lang: 'bn', given: 'thumb', forWhom: 'self', at: queuedAt },
    fee: { governmentBdt: 25, chargeBdt: 50, taken: true },
    author: { kind: 'operator', name: CANARY.author },
    fileKeys,
  };
  const plaintext = (wish.plaintext?.(right) ?? right) as Plaintext;
  const submission = await sealSubmission({
    header: {
      id,
      trackingCode: makeTrackingCode(deviceCode, nth),
      serviceId: service,
      serviceVersion: definition.version,
      queuedAt,
      attachments,
      ...header,
    } as Omit<WireSubmission, 'sealed'>,
    plaintext,
    key: keys.seal,
  });
  return { item: wish.sent ? wish.sent(submission) : submission, submission, plaintext, box };
}

/** What a canary can stand in for, of what the form asks. */
function canariesFor(answers: Answers): Readonly<Record<string, unknown>> {
  const village = (key: string) =>
    Object.hasOwn(answers, key) ? { [key]: { ...(answers[key] as object), village: CANARY.village } } : {};
  const odd = {
    name_bn: CANARY.name,
    name_last_bn: CANARY.name,
    father_name_bn: CANARY.father,
    nid: CANARY.nid,
    phone: CANARY.phone,
    applicant_phone: CANARY.phone,
  };
  return {
    ...Object.fromEntries(Object.entries(odd).filter(([key]) => Object.hasOwn(answers, key))),
    ...village('present_address'),
    ...village('permanent_address'),
  };
}

function withPatch(answers: object, patch: Readonly<Record<string, unknown>>): Answers {
  const merged = { ...answers, ...patch };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as Answers;
}
