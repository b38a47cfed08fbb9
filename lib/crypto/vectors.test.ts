import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue/load-catalogue';
import optionSets from '../catalogue/option-sets.json';
import birthRegistration from '../catalogue/services/birth-registration.json';
import { compactSubmissions } from '../contract/compact-submissions';
import { expandSubmissions } from '../contract/expand-submissions';
import { packPlaintext, unpackPlaintext } from '../contract/packing/pack-plaintext';
import { packingPlan, planText } from '../contract/packing/packing-plan';
import type { PackingHeader } from '../contract/packing/plaintext-coding';
import { shown } from '../contract/packing/prime';
import { parseContract } from '../contract/parse-contract';
import { plaintextSchema } from '../contract/plaintext-schema';
import { wireSubmissionSchema } from '../contract/submission-schema';
import {
  compactSyncRequestSchema,
  compactSyncResponseSchema,
  syncResponseSchema,
} from '../contract/sync-schema';
import { makeTrackingCode, parseTrackingCode } from '../contract/tracking-code';
import type {
  CompactSyncResponse,
  Plaintext,
  ReceiptClaims,
  SyncRequest,
  SyncResponse,
  WireSubmission,
} from '../contract/wire';
import type { OptionSets, ServiceDefinition } from '../forms/definition';
import { compressionDictionary } from '../forms/dictionary';
import { utf8, utf8Text } from './bytes';
import { canonicalHeader } from './canonical-header';
import { compactAnswer } from './compact-answer';
import { expandAnswer } from './expand-answer';
import { decryptFile } from './file-box';
import { sha256Hex, toHex } from './hex';
import { openSubmission } from './open-submission';
import { verifyReceipt } from './receipt';
import { beginSealSession } from './seal-session';
import { sealSubmission } from './seal-submission';
import { importSealPrivateKey } from './seal-suite';
import { keyId, type ServerKeyPair } from './server-keyring';
import { submissionHash } from './submission-hash';

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/vectors', name), 'utf8'));

interface SealVector {
  readonly name: string;
  readonly dictionary: string | null;
  readonly plaintext: Plaintext;
  readonly canonicalHeader: string;
  readonly sha256: string;
  readonly submission: WireSubmission;
}
interface PackingVector {
  readonly serviceId: string;
  readonly serviceVersion: number;
  readonly plan: string;
  readonly header: PackingHeader;
  readonly plaintext: Plaintext;
  readonly packedHex: string;
}
interface ReceiptVector {
  readonly jws: string;
  readonly expected: { readonly id: string; readonly sha256: string };
}

const keys = read<Record<'seal' | 'receipt' | 'ephemeral', ServerKeyPair>>('keys.json');
const seals = read<readonly SealVector[]>('seals.json');
const sessions = read<readonly Omit<SealVector, 'name' | 'dictionary'>[]>('seal-sessions.json');
const receipts = read<{
  readonly good: readonly (ReceiptVector & { readonly claims: ReceiptClaims })[];
  readonly bad: readonly (ReceiptVector & { readonly name: string })[];
}>('receipts.json');
const answers =
  read<readonly { readonly whole: SyncResponse; readonly compact: CompactSyncResponse }[]>(
    'compact-answers.json',
  );
const packings = read<readonly PackingVector[]>('packing.json');
const catalogue = loadCatalogue();
const birthPlan = packingPlan(birthRegistration as unknown as ServiceDefinition, optionSets as OptionSets);
const codes = read<{
  readonly made: readonly { readonly device: string; readonly count: number; readonly code: string }[];
  readonly read: readonly { readonly typed: string; readonly code: string }[];
  readonly refused: readonly string[];
}>('tracking-codes.json');
const file =
  read<Record<'submissionId' | 'attachmentId' | 'key' | 'plainHex' | 'boxHex' | 'sha256', string>>(
    'file.json',
  );

async function ephemeralKey(): Promise<CryptoKeyPair> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const { privateKey, publicKey } = keys.ephemeral;
  return {
    privateKey: await crypto.subtle.importKey('jwk', { ...privateKey }, curve, true, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('jwk', { ...publicKey }, curve, true, []),
  };
}

test('every key is named by its thumbprint', async () => {
  for (const { kid, publicKey } of [keys.seal, keys.receipt]) expect(await keyId(publicKey)).toBe(kid);
});

test('every way to make a plaintext small has a vector', () => {
  const ways = new Set(seals.map(({ submission }) => submission.sealed.z));
  expect([...ways].sort()).toEqual(['deflate', 'deflate-dict-1', 'positional-1']);
});

describe.each(seals)('the seal $name', ({ dictionary, plaintext, submission, ...vector }) => {
  const bytes = dictionary === null ? undefined : utf8(dictionary);

  test('is a submission of the contract, with its header and hash', async () => {
    expect(parseContract(wireSubmissionSchema, submission).ok).toBe(true);
    expect(parseContract(plaintextSchema, plaintext).ok).toBe(true);
    expect(utf8Text(canonicalHeader(submission))).toBe(vector.canonicalHeader);
    expect(await submissionHash(submission)).toBe(vector.sha256);
  });
  test('opens to its plaintext', async () => {
    const privateKey = await importSealPrivateKey(keys.seal.privateKey);
    const dictionaries = bytes ? [bytes] : [];
    const unpack = (header: WireSubmission, packed: Uint8Array) =>
      unpackPlaintext([birthPlan], header, packed);
    expect(await openSubmission({ submission, privateKey, dictionaries, unpack })).toEqual({
      ok: true,
      value: plaintext,
    });
  });
  test('is made again byte for byte with the same ephemeral key', async () => {
    const { sealed: _, ...header } = submission;
    const again = await sealSubmission({
      header,
      plaintext,
      key: keys.seal,
      ephemeralKey: await ephemeralKey(),
      ...(bytes && { dictionary: bytes }),
      ...(submission.sealed.z === 'positional-1' && {
        pack: (about, given) => packPlaintext(birthPlan, about, given),
      }),
    });
    expect(again).toEqual(submission);
  });
});

describe.each(sessions.map((vector) => [vector.submission.sealed.n, vector] as const))(
  'submission %i of a session',
  (n, { plaintext, submission, ...vector }) => {
    test('is a submission of the contract, with its header and hash, and opens to its plaintext', async () => {
      expect(parseContract(wireSubmissionSchema, submission).ok).toBe(true);
      expect(utf8Text(canonicalHeader(submission))).toBe(vector.canonicalHeader);
      expect(await submissionHash(submission)).toBe(vector.sha256);
      const privateKey = await importSealPrivateKey(keys.seal.privateKey);
      expect(await openSubmission({ submission, privateKey, dictionaries: [] })).toEqual({
        ok: true,
        value: plaintext,
      });
    });
    test('is made again byte for byte with the same ephemeral key', async () => {
      const session = await beginSealSession({ ...keys.seal, ephemeralKey: await ephemeralKey() });
      for (let before = 0; before < Number(n); before += 1) await session.take();
      const key = await session.take();
      if (!key) throw new Error('the session is used up');
      const { sealed: _, ...header } = submission;
      expect(await sealSubmission({ header, plaintext, key })).toEqual(submission);
    });
  },
);

test('the compact request holds exactly the submissions of the session', () => {
  const request = read<SyncRequest>('compact-request.json');
  expect(parseContract(compactSyncRequestSchema, request).ok).toBe(true);
  const expanded = expandSubmissions(request.submissions);
  const submissions = sessions.map((vector) => vector.submission);
  expect(expanded.ok && expanded.items.map(({ item }) => item)).toEqual(submissions);
  expect(compactSubmissions(submissions)).toEqual(request.submissions);
});

describe.each(answers)('a compact answer', ({ whole, compact }) => {
  const submissions = sessions.map((vector) => vector.submission);
  test('is an answer of the contract and stands for the whole one', async () => {
    expect(parseContract(syncResponseSchema, whole).ok).toBe(true);
    expect(parseContract(compactSyncResponseSchema, compact).ok).toBe(true);
    expect(await expandAnswer(compact, submissions)).toEqual(whole);
    const sent = submissions.map(({ id, attachments }) => ({ id, files: attachments.length }));
    expect(compactAnswer(whole, sent)).toEqual(compact);
  });
  test('has receipts that verify for the submissions of the request', async () => {
    for (const [at, { id, receipt, outcome }] of whole.receipts.entries()) {
      const expected = { id, sha256: sessions[at]?.sha256 ?? '' };
      const verified = await verifyReceipt(receipt ?? '', { keys: [keys.receipt], expected });
      expect(verified.ok).toBe(outcome !== 'refused');
    }
  });
});

describe('receipts', () => {
  test('good ones give their claims', async () => {
    for (const { jws, expected, claims } of receipts.good)
      expect(await verifyReceipt(jws, { keys: [keys.receipt], expected })).toEqual({
        ok: true,
        value: claims,
      });
    expect(receipts.good[0]?.expected.sha256).toBe(seals[0]?.sha256);
  });
  test.each(receipts.bad)('one $name is none', async ({ jws, expected }) => {
    expect((await verifyReceipt(jws, { keys: [keys.receipt], expected })).ok).toBe(false);
  });
});

describe('tracking codes', () => {
  test('are made, read and refused as written', () => {
    for (const { device, count, code } of codes.made) {
      expect(makeTrackingCode(device, count)).toBe(code);
      expect(parseTrackingCode(code)).toMatchObject({ ok: true, value: { code, device } });
    }
    for (const { typed, code } of codes.read)
      expect(parseTrackingCode(typed)).toMatchObject({ ok: true, value: { code } });
    for (const typed of codes.refused) expect(parseTrackingCode(typed).ok, typed).toBe(false);
  });
});

test('the file opens, and its hash is that of the encrypted bytes', async () => {
  const box = new Uint8Array(Buffer.from(file.boxHex, 'hex'));
  expect(await sha256Hex(box)).toBe(file.sha256);
  const plain = await decryptFile(box, file.key, file);
  expect(plain.ok && toHex(plain.value)).toBe(file.plainHex);
});

describe('packing', () => {
  test('the model is shown the same for ever', () => {
    expect(JSON.parse(JSON.stringify(shown()))).toEqual(read('packing-shown.json'));
  });
  test.each(packings.map((one) => [one.serviceId, one] as const))(
    '%s gives the same bytes for ever',
    (_, vector) => {
      const { header, plaintext, packedHex } = vector;
      const definition = catalogue.services.find(({ id }) => id === vector.serviceId);
      if (!definition) throw new Error(vector.serviceId);
      const plan = packingPlan(definition, catalogue.optionSets);
      expect(planText(plan.steps)).toBe(vector.plan);
      expect(toHex(packPlaintext(plan, header, plaintext) ?? new Uint8Array())).toBe(packedHex);
      const packed = new Uint8Array(Buffer.from(packedHex, 'hex'));
      expect(unpackPlaintext([plan], header, packed)).toEqual({ ok: true, value: plaintext });
    },
  );
});

test('the dictionary of a published version is the same for ever', () => {
  const { dictionary } = read<{ readonly dictionary: string }>('dictionary.json');
  expect(
    compressionDictionary(birthRegistration as unknown as ServiceDefinition, optionSets as OptionSets),
  ).toBe(dictionary);
});
