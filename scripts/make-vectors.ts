/**
 * Writes docs/vectors: fixed keys and messages that any client of the protocol can be checked with. Keys that are there
 * are kept; signatures are random, so the receipts and the answers change with each run. `npx tsx scripts/make-vectors.ts`
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '../lib/catalogue/load-catalogue';
import optionSets from '../lib/catalogue/option-sets.json';
import birthRegistration from '../lib/catalogue/services/birth-registration.json';
import { compactSubmissions } from '../lib/contract/compact-submissions';
import { packPlaintext } from '../lib/contract/packing/pack-plaintext';
import { packingPlan, planText } from '../lib/contract/packing/packing-plan';
import { shown } from '../lib/contract/packing/prime';
import { samplePlaintext } from '../lib/contract/packing/testing/sample-plaintexts';
import { examplePlaintext, exampleSubmission } from '../lib/contract/testing/examples';
import { makeTrackingCode, parseTrackingCode } from '../lib/contract/tracking-code';
import type { Change, SyncResponse, WireSubmission } from '../lib/contract/wire';
import { toBase64url } from '../lib/crypto/base64url';
import { utf8, utf8Text } from '../lib/crypto/bytes';
import { canonicalHeader } from '../lib/crypto/canonical-header';
import { compactAnswer } from '../lib/crypto/compact-answer';
import { encryptFile } from '../lib/crypto/file-box';
import { toHex } from '../lib/crypto/hex';
import { beginSealSession } from '../lib/crypto/seal-session';
import { sealSubmission } from '../lib/crypto/seal-submission';
import {
  generateReceiptKeyPair,
  generateSealKeyPair,
  type ServerKeyPair,
} from '../lib/crypto/server-keyring';
import { importReceiptPrivateKey, signReceipt } from '../lib/crypto/sign-receipt';
import { submissionHash } from '../lib/crypto/submission-hash';
import type { OptionSets, ServiceDefinition } from '../lib/forms/definition';
import { compressionDictionary } from '../lib/forms/dictionary';
import { seededChance } from '../lib/forms/testing/chance';

const folder = join(import.meta.dirname, '..', 'docs', 'vectors');
const write = (name: string, value: unknown) =>
  writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);

interface Keys {
  readonly note: string;
  readonly seal: ServerKeyPair;
  readonly receipt: ServerKeyPair;
  readonly ephemeral: ServerKeyPair;
}

interface Sealed {
  readonly sha256: string;
  readonly submission: WireSubmission;
}

async function keys(): Promise<Keys> {
  const file = join(folder, 'keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const note = 'Known to everybody: for these vectors only.';
  const made = {
    note,
    seal: await generateSealKeyPair(),
    receipt: await generateReceiptKeyPair(),
    ephemeral: await generateSealKeyPair(),
  };
  write('keys.json', made);
  return made;
}

async function seals({ seal, ephemeral }: Keys): Promise<readonly string[]> {
  const { kid: _, privateKey, publicKey } = ephemeral;
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const ephemeralKey = {
    privateKey: await crypto.subtle.importKey('jwk', { ...privateKey }, curve, true, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('jwk', { ...publicKey }, curve, true, []),
  };
  const { sealed: __, ...header } = exampleSubmission;
  const plan = packingPlan(birthRegistration as unknown as ServiceDefinition, optionSets as OptionSets);
  const sample = samplePlaintext(
    birthRegistration as unknown as ServiceDefinition,
    optionSets as OptionSets,
    seededChance(1),
  );
  const small = { ...examplePlaintext, answers: {}, fileKeys: {} };
  const cases = [
    {
      name: 'with a dictionary',
      header,
      plaintext: examplePlaintext,
      dictionary: '"name_last_bn":"আক্তার","birthplace":{"division":"","district":"","village":""}',
    },
    {
      name: 'without a dictionary',
      header: { ...header, attachments: [] },
      plaintext: small,
      dictionary: null,
    },
    {
      name: 'a correction',
      header: { ...header, id: '5b1f5a1e-0a39-4c1d-8f57-2b9c64d1a001', supersedes: header.id },
      plaintext: small,
      dictionary: '{"v":1,"lang":"bn"',
    },
    {
      name: 'packed by its form',
      header: { ...header, ...sample.header },
      plaintext: sample.plaintext,
      dictionary: null,
      isPacked: true,
    },
  ];
  const vectors = await Promise.all(
    cases.map(async ({ name, dictionary, isPacked = false, ...input }) => {
      const submission = await sealSubmission({
        ...input,
        key: seal,
        ephemeralKey,
        ...(dictionary !== null && { dictionary: utf8(dictionary) }),
        ...(isPacked && { pack: (about, plaintext) => packPlaintext(plan, about, plaintext) }),
      });
      return {
        name,
        dictionary,
        plaintext: input.plaintext,
        canonicalHeader: utf8Text(canonicalHeader(submission)),
        sha256: await submissionHash(submission),
        submission,
      };
    }),
  );
  write('seals.json', vectors);
  return vectors.map(({ sha256 }) => sha256);
}

/** Three submissions of one session, their keys 0, 1 and 3; and the request that carries them in the compact form. */
async function sessions({ seal, ephemeral }: Keys): Promise<readonly Sealed[]> {
  const { kid: _, privateKey, publicKey } = ephemeral;
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const session = await beginSealSession({
    ...seal,
    ephemeralKey: {
      privateKey: await crypto.subtle.importKey('jwk', { ...privateKey }, curve, true, ['deriveBits']),
      publicKey: await crypto.subtle.importKey('jwk', { ...publicKey }, curve, true, []),
    },
  });
  const { sealed: __, ...header } = exampleSubmission;
  const plaintext = { ...examplePlaintext, answers: {}, fileKeys: {} };
  const vectors = [];
  for (let n = 0; n < 4; n += 1) {
    const key = await session.take();
    if (!key) throw new Error('the session is used up');
    if (n === 2) continue;
    const id = `5b1f5a1e-0a39-4c1d-8f57-2b9c64d1a01${n}`;
    const queuedAt = new Date(Date.parse(header.queuedAt) + n * 61_000).toISOString();
    const about = { ...header, id, trackingCode: makeTrackingCode('K7M2', 66 + n), queuedAt };
    const attachments = n === 1 ? header.attachments : [];
    const more = n === 3 ? { supersedes: header.id } : {};
    const submission = await sealSubmission({ header: { ...about, attachments, ...more }, plaintext, key });
    vectors.push({
      plaintext,
      canonicalHeader: utf8Text(canonicalHeader(submission)),
      sha256: await submissionHash(submission),
      submission,
    });
  }
  const submissions = compactSubmissions(vectors.map(({ submission }) => submission));
  write('seal-sessions.json', vectors);
  write('compact-request.json', { protocol: 2, cursor: 0, catalogueVersion: 12, submissions });
  return vectors;
}

/** Answers to that request in both forms: all three new; and one known before, one refused, one new. */
async function answers({ receipt }: Keys, sealed: readonly Sealed[]): Promise<void> {
  const key = { kid: receipt.kid, privateKey: await importReceiptPrivateKey(receipt.privateKey) };
  const sent = sealed.map(({ submission }) => ({
    id: submission.id,
    files: submission.attachments.length,
  }));
  const at = '2026-11-22T04:45:09.120Z';
  const rest = { epoch: 'e1', backupSeq: 5, serverTime: '2026-11-22T04:45:09.180Z', catalogueVersion: 12 };
  const received = async (place: number, claims: { seq: number; epoch: string; at: string }) => {
    const { submission, sha256 } = sealed[place] ?? {};
    if (!submission || !sha256) throw new Error('not sent');
    const { id, attachments } = submission;
    const files = { have: 0, of: attachments.length };
    const change: Change = { submissionId: id, seq: claims.seq, status: 'received', at: claims.at, files };
    return { id, receipt: await signReceipt({ id, sha256, ...claims }, key), change };
  };
  const superseded: Change = {
    submissionId: exampleSubmission.id,
    seq: 11,
    status: 'superseded',
    at,
    files: { have: 1, of: 1 },
  };
  const fresh = await Promise.all(sealed.map((_, n) => received(n, { seq: 8 + n, epoch: 'e1', at })));
  const known = await received(0, { seq: 3, epoch: 'e0', at: '2026-11-20T10:00:00.000Z' });
  const last = await received(2, { seq: 8, epoch: 'e1', at });
  const allNew: SyncResponse = {
    receipts: fresh.map(({ id, receipt }) => ({ id, outcome: 'accepted', receipt })),
    changes: [...fresh.map(({ change }) => change), superseded],
    cursor: 11,
    ...rest,
  };
  const mixed: SyncResponse = {
    receipts: [
      { id: known.id, outcome: 'duplicate', receipt: known.receipt },
      { id: sent[1]?.id ?? '', outcome: 'refused', problem: { code: 'validation-failed' } },
      { id: last.id, outcome: 'accepted', receipt: last.receipt },
    ],
    changes: [last.change],
    cursor: 8,
    ...rest,
  };
  write(
    'compact-answers.json',
    [allNew, mixed].map((whole) => ({ whole, compact: compactAnswer(whole, sent) })),
  );
}

/** One plaintext of every service of the catalogue, packed, and what the model is shown beforehand. */
function packing(): void {
  const catalogue = loadCatalogue();
  const packed = catalogue.services.map((definition, n) => {
    const plan = packingPlan(definition, catalogue.optionSets);
    const sample = samplePlaintext(definition, catalogue.optionSets, seededChance(n + 1), 0.8);
    const bytes = packPlaintext(plan, sample.header, sample.plaintext);
    if (!bytes) throw new Error(`${definition.id} cannot be packed`);
    const { id: serviceId, version: serviceVersion } = definition;
    return { serviceId, serviceVersion, plan: planText(plan.steps), ...sample, packedHex: toHex(bytes) };
  });
  write('packing.json', packed);
  writeFileSync(
    join(folder, 'packing-shown.json'),
    `[\n${shown()
      .map((one) => JSON.stringify(one))
      .join(',\n')}\n]\n`,
  );
}

async function receipts({ receipt }: Keys, sha256: string): Promise<void> {
  const key = { kid: receipt.kid, privateKey: await importReceiptPrivateKey(receipt.privateKey) };
  const claims = { id: exampleSubmission.id, sha256, seq: 7, epoch: 'e1', at: '2026-11-22T04:42:09.120Z' };
  const good = await signReceipt(claims, key);
  const [head = '', body = '', signature = ''] = good.split('.');
  const part = (value: unknown) => toBase64url(utf8(JSON.stringify(value)));
  const expected = { id: claims.id, sha256 };
  write('receipts.json', {
    good: [{ jws: good, expected, claims }],
    bad: [
      {
        name: 'for other bytes',
        jws: await signReceipt({ ...claims, sha256: 'ab'.repeat(32) }, key),
        expected,
      },
      {
        name: 'for another submission',
        jws: good,
        expected: { ...expected, id: '5b1f5a1e-0a39-4c1d-8f57-2b9c64d1a001' },
      },
      { name: 'changed claims', jws: `${head}.${part({ ...claims, seq: 8 })}.${signature}`, expected },
      {
        name: 'no signature',
        jws: `${part({ alg: 'none', typ: 'receipt+jwt', kid: key.kid })}.${body}.`,
        expected,
      },
      { name: 'unknown key', jws: await signReceipt(claims, { ...key, kid: 'nobodys0' }), expected },
    ],
  });
}

function trackingCodes(): void {
  const made = [
    ['K7M2', 66],
    ['0000', 0],
    ['SK7M2', 31],
    ['Z0K7M2', 1_048_575],
    ['K7M2', 1_048_576],
  ].map(([device, count]) => ({
    device,
    count,
    code: makeTrackingCode(String(device), Number(count)),
  }));
  const code = made[0]?.code ?? '';
  const spellings = [
    code,
    code.toLowerCase(),
    code.replaceAll('-', ''),
    code.replaceAll('-', ' '),
    code.replaceAll('0', 'O'),
    code.replaceAll('0', '০').replaceAll('2', '২'),
  ];
  const refused = [
    '',
    'K7M2',
    'K7M2-0022',
    `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`,
    code.replace('7', '8'),
    code.replace('0022', '00022'),
    code.replace('M', 'U'),
  ];
  for (const typed of refused) if (parseTrackingCode(typed).ok) throw new Error(`${typed} reads as a code`);
  write('tracking-codes.json', { made, read: spellings.map((typed) => ({ typed, code })), refused });
}

async function file(): Promise<void> {
  const place = {
    submissionId: exampleSubmission.id,
    attachmentId: exampleSubmission.attachments[0]?.id ?? '',
  };
  const plain = utf8('%PDF-1.7 invented\n');
  const { box, key, sha256 } = await encryptFile(plain, place);
  write('file.json', { ...place, key, plainHex: toHex(plain), boxHex: toHex(box), sha256 });
}

function dictionary(): void {
  const { id, version } = birthRegistration;
  const text = compressionDictionary(
    birthRegistration as unknown as ServiceDefinition,
    optionSets as OptionSets,
  );
  write('dictionary.json', { serviceId: id, serviceVersion: version, dictionary: text });
}

mkdirSync(folder, { recursive: true });
const all = await keys();
const [sha256 = ''] = await seals(all);
await answers(all, await sessions(all));
await receipts(all, sha256);
trackingCodes();
dictionary();
packing();
await file();
