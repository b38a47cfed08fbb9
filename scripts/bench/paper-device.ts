import { randomUUID } from 'node:crypto';
import { takeSealKey } from '../../lib/browser/seal-keys';
import { packPlaintext } from '../../lib/contract/packing/pack-plaintext';
import { packingPlan } from '../../lib/contract/packing/packing-plan';
import { makeTrackingCode } from '../../lib/contract/tracking-code';
import type { AttachmentHeader, CatalogueResponse, ServerKeys } from '../../lib/contract/wire';
import { toBase64url } from '../../lib/crypto/base64url';
import { utf8 } from '../../lib/crypto/bytes';
import { toHex } from '../../lib/crypto/hex';
import { randomDigits } from '../../lib/crypto/random-digits';
import { sealSubmission } from '../../lib/crypto/seal-submission';
import { compressionDictionary } from '../../lib/forms/dictionary';
import { seededChance } from '../../lib/forms/testing/chance';
import { generateAnswers } from '../../lib/forms/testing/generate-answers';
import type { OutboxItem } from '../../lib/outbox/item';
import { postDevice } from '../../lib/remote/http-devices';
import { fetchServerKeys } from '../../lib/remote/http-server-keys';
import { fetchCatalogue } from '../../lib/remote/http-whole-catalogue';
import { browserLine } from './browser-line';

/** An enrolled device without a screen: what the server gave it, and how it talks. */
export interface PaperDevice {
  readonly cookie: string;
  readonly code: string;
  readonly catalogue: CatalogueResponse;
  readonly keys: ServerKeys;
}

/**
 * Enrols over the app's own calls; `like` has asked for the catalogue and the keys already. Throws when the server does not
 * answer as it should.
 */
export async function enrolPaperDevice(origin: string, like?: PaperDevice): Promise<PaperDevice> {
  const line = browserLine(origin);
  const enrolled = await postDevice(line, { kind: 'personal', name: 'bench' });
  if (enrolled.ok && like) return { ...like, cookie: line.cookie(), code: enrolled.value.deviceCode };
  const catalogue = await fetchCatalogue(line, null);
  const keys = await fetchServerKeys(line);
  if (!enrolled.ok || !catalogue.ok || catalogue.value.type !== 'changed' || !keys.ok)
    throw new Error('the device could not be enrolled');
  const { deviceCode: code } = enrolled.value;
  return { cookie: line.cookie(), code, catalogue: catalogue.value.answer, keys: keys.value };
}

/** `count` invented applications, right by the form's own rules, each sealed and queued as the app does it. */
export async function fillOutbox(
  { code, catalogue, keys }: PaperDevice,
  {
    serviceId,
    count,
    from = 1,
  }: { readonly serviceId: string; readonly count: number; readonly from?: number },
): Promise<readonly OutboxItem[]> {
  const definition = catalogue.services.find(({ id }) => id === serviceId);
  if (!definition) throw new Error(`the server does not offer ${serviceId}`);
  const { optionSets } = catalogue;
  const dictionary = utf8(compressionDictionary(definition, optionSets));
  const plan = packingPlan(definition, optionSets);
  const now = Date.now();
  const items: OutboxItem[] = [];
  // The clock of the counter: its sessions end when those of the app would.
  let clock = now;
  const room = { now: () => clock };
  for (let n = from; n < from + count; n++) {
    const id = randomUUID();
    const queuedAt = now - (count - n) * 397_211;
    clock = queuedAt;
    const today = new Date(queuedAt).toISOString().slice(0, 10);
    const made = generateAnswers({ definition, optionSets, chance: seededChance(n), today });
    const attachments = made.attachments.map((file) => announced(file));
    const submission = await sealSubmission({
      header: {
        id,
        trackingCode: makeTrackingCode(code, n),
        serviceId,
        serviceVersion: definition.version,
        queuedAt: new Date(queuedAt).toISOString(),
        attachments,
      },
      plaintext: {
        v: 1,
        lang: 'bn',
        check: randomDigits(6),
        answers: made.answers,
        consent: {
          textVersion: '2026-1',
          lang: 'bn',
          given: 'tick',
          forWhom: 'child',
          at: new Date(queuedAt).toISOString(),
        },
        fee: { governmentBdt: 25, chargeBdt: 50, taken: true },
        author: { kind: 'operator', userId: randomUUID(), name: 'শিউলি বেগম' },
        fileKeys: Object.fromEntries(attachments.map((file) => [file.id, randomKey()])),
      },
      key: await takeSealKey(room, { owner: 'bench', seal: keys.seal }),
      dictionary,
      pack: (header, plaintext) => packPlaintext(plan, header, plaintext),
    });
    items.push({ v: 1, id, submission, queuedAt, attempts: 0, state: 'queued' });
  }
  return items;
}

const randomKey = () => toBase64url(crypto.getRandomValues(new Uint8Array(32)));

function announced(file: {
  readonly id: string;
  readonly slot: string;
  readonly bytes: number;
}): AttachmentHeader {
  const sha256 = toHex(crypto.getRandomValues(new Uint8Array(32)));
  return { id: file.id, slot: file.slot, sha256, bytes: file.bytes, mediaType: 'image/jpeg' };
}
