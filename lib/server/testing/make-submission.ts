import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { packPlaintext } from '../../contract/packing/pack-plaintext';
import { type PackingPlan, packingPlan } from '../../contract/packing/packing-plan';
import type { PackingHeader } from '../../contract/packing/plaintext-coding';
import { makeTrackingCode } from '../../contract/tracking-code';
import type { AttachmentHeader, CatalogueResponse, Plaintext, WireSubmission } from '../../contract/wire';
import { type Bytes, utf8 } from '../../crypto/bytes';
import { encryptFile } from '../../crypto/file-box';
import { sealSubmission } from '../../crypto/seal-submission';
import { compressionDictionary } from '../../forms/dictionary';
import { seededChance } from '../../forms/testing/chance';
import { generateAnswers } from '../../forms/testing/generate-answers';
import { assert } from '../../shared/assert';
import type { Database } from '../db/client';
import { catalogueHead, readCatalogue } from '../services/read-catalogue';
import type { TestServer } from './create-test-server';
import type { TestClient } from './test-client';

export interface Made {
  readonly submission: WireSubmission;
  readonly plaintext: Plaintext;
  readonly boxes: ReadonlyMap<string, Bytes>;
}

export interface Wish {
  readonly serviceId?: string;
  readonly id?: string;
  readonly supersedes?: string;
  readonly trackingCode?: string;
  readonly queuedAt?: string;
  readonly serviceVersion?: number;
  /** Changes what is sealed, so that a stranger's or a broken client can be played. */
  readonly bend?: (plaintext: Plaintext) => unknown;
  /** The content of every file; a small photograph when absent. */
  readonly file?: Bytes;
  readonly key?: Parameters<typeof sealSubmission>[0]['key'];
  /** Compress with the preset dictionary, as the app did at first. */
  readonly dictionary?: boolean;
  /** Pack by the form, as the app does. */
  readonly packed?: boolean;
}

let counter = 0;
let photograph: Bytes | undefined;

/** An application of an invented citizen, right unless the wish bends it, sealed as a device seals it. */
export async function makeSubmission(
  { db, context }: TestServer,
  client: TestClient,
  wish: Wish = {},
): Promise<Made> {
  const { serviceId = 'birth-registration', id = randomUUID() } = wish;
  counter += 1;
  const nth = counter;
  const catalogue = await knownCatalogue(db);
  const definition = catalogue.services.find((one) => one.id === serviceId);
  assert(definition, `the catalogue has ${serviceId}`);
  const { optionSets } = catalogue;
  const queuedAt = wish.queuedAt ?? new Date(context.now()).toISOString();
  const today = queuedAt.slice(0, 10);
  const made = generateAnswers({ definition, optionSets, chance: seededChance(nth), today });
  const fileKeys: Record<string, string> = {};
  const boxes = new Map<string, Bytes>();
  const attachments: AttachmentHeader[] = [];
  for (const { id: attachmentId, slot } of made.attachments) {
    const { box, key, sha256 } = await encryptFile(wish.file ?? (await aPhotograph()), {
      submissionId: id,
      attachmentId,
    });
    boxes.set(attachmentId, box);
    fileKeys[attachmentId] = key;
    attachments.push({ id: attachmentId, slot, sha256, bytes: box.byteLength, mediaType: 'image/jpeg' });
  }
  const plaintext: Plaintext = {
    v: 1,
    lang: 'bn',
    check: '042917',
    answers: made.answers,
    consent: { textVersion: '2026-1', lang: 'bn', given: 'thumb', forWhom: 'self', at: queuedAt },
    fee: { governmentBdt: 25, chargeBdt: 50, taken: true },
    author: { kind: 'operator', name: 'শিউলি বেগম' },
    fileKeys,
  };
  const submission = await sealSubmission({
    header: {
      id,
      trackingCode: wish.trackingCode ?? makeTrackingCode(client.deviceCode, nth),
      serviceId,
      serviceVersion: wish.serviceVersion ?? definition.version,
      queuedAt,
      attachments,
      ...(wish.supersedes === undefined ? {} : { supersedes: wish.supersedes }),
    },
    plaintext: (wish.bend?.(plaintext) ?? plaintext) as Plaintext,
    key: wish.key ?? context.keys.published.seal,
    ...(wish.dictionary ? { dictionary: utf8(compressionDictionary(definition, optionSets)) } : {}),
    ...(wish.packed ? { pack: packedBy(packingPlan(definition, optionSets)) } : {}),
  });
  return { submission, plaintext, boxes };
}

const packedBy = (plan: PackingPlan) => (header: PackingHeader, plaintext: Plaintext) =>
  packPlaintext(plan, header, plaintext);

let known: { readonly db: Database; readonly catalogue: CatalogueResponse } | undefined;

/** Read anew only when another one was published. */
async function knownCatalogue(db: Database): Promise<CatalogueResponse> {
  if (known?.db !== db || known.catalogue.version !== (await catalogueHead(db)).version)
    known = { db, catalogue: await readCatalogue(db, 0) };
  return known.catalogue;
}

async function aPhotograph(): Promise<Bytes> {
  const noise = {
    width: 64,
    height: 48,
    channels: 3 as const,
    background: '#7aa',
    noise: { type: 'gaussian' as const, mean: 128, sigma: 30 },
  };
  photograph ??= new Uint8Array(
    await sharp({ create: noise })
      .withExif({ IFD0: { Copyright: 'somewhere private' } })
      .jpeg()
      .toBuffer(),
  );
  return photograph;
}
