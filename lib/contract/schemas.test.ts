import { describe, expect, test } from 'vitest';
import { decisionRequestSchema } from './case-schema';
import { catalogueResponseSchema } from './catalogue-schema';
import { parseContract } from './parse-contract';
import { plaintextSchema } from './plaintext-schema';
import { serverKeysSchema } from './server-keys-schema';
import { wireSubmissionSchema } from './submission-schema';
import { syncEnvelopeSchema, syncRequestSchema, syncResponseSchema } from './sync-schema';
import {
  exampleCatalogue,
  examplePlaintext,
  exampleSubmission,
  exampleSyncResponse,
} from './testing/examples';

const pointers = (schema: Parameters<typeof parseContract>[0], value: unknown) => {
  const parsed = parseContract(schema, JSON.parse(JSON.stringify(value)));
  return parsed.ok ? [] : parsed.problem.errors.map((error) => error.pointer);
};
const request = { protocol: 1, cursor: 0, catalogueVersion: 1, submissions: [exampleSubmission] };

describe('a submission on the wire', () => {
  test('reads a good one without changing it', () => {
    expect(parseContract(wireSubmissionSchema, exampleSubmission)).toEqual({
      ok: true,
      value: exampleSubmission,
    });
  });
  test.each<[string, object, string]>([
    ['an id of another version', { id: '00000000-0000-1000-8000-000000000000' }, '/id'],
    ['an id in capitals', { id: exampleSubmission.id.toUpperCase() }, '/id'],
    ['a tracking code with a wrong check', { trackingCode: 'K7M2-0022-0' }, '/trackingCode'],
    ['a service id that needs escaping', { serviceId: 'birth"registration' }, '/serviceId'],
    ['a version of zero', { serviceVersion: 0 }, '/serviceVersion'],
    ['an instant with an offset', { queuedAt: '2026-11-22T10:42:00+14:00' }, '/queuedAt'],
    ['a day that is none', { queuedAt: '2026-02-30T10:42:00Z' }, '/queuedAt'],
    ['an unknown key', { extra: 1 }, ''],
    ['no seal', { sealed: null }, '/sealed'],
    ['a short encapsulated key', { sealed: { ...exampleSubmission.sealed, enc: 'AA' } }, '/sealed/enc'],
    [
      'an uncompressed encapsulated key',
      { sealed: { ...exampleSubmission.sealed, enc: `${'B'.repeat(86)}A` } },
      '/sealed/enc',
    ],
    [
      'a ciphertext of no whole bytes',
      { sealed: { ...exampleSubmission.sealed, ct: 'C'.repeat(401) } },
      '/sealed/ct',
    ],
    [
      'a ciphertext with stray bits',
      { sealed: { ...exampleSubmission.sealed, ct: 'B'.repeat(402) } },
      '/sealed/ct',
    ],
    ['an unknown compression', { sealed: { ...exampleSubmission.sealed, z: 'brotli' } }, '/sealed/z'],
    [
      'too long a ciphertext',
      { sealed: { ...exampleSubmission.sealed, ct: 'A'.repeat(349_527) } },
      '/sealed/ct',
    ],
    ['attachments that are no list', { attachments: {} }, '/attachments'],
    ['101 attachments', { attachments: Array(101).fill(exampleSubmission.attachments[0]) }, '/attachments'],
    [
      'the same attachment twice',
      { attachments: Array(2).fill(exampleSubmission.attachments[0]) },
      '/attachments',
    ],
    [
      'an empty file',
      { attachments: [{ ...exampleSubmission.attachments[0], bytes: 28 }] },
      '/attachments/0/bytes',
    ],
    [
      'a picture type nobody reads',
      { attachments: [{ ...exampleSubmission.attachments[0], mediaType: 'image/svg+xml' }] },
      '/attachments/0/mediaType',
    ],
    [
      'a slot elsewhere',
      { attachments: [{ ...exampleSubmission.attachments[0], slot: '../etc' }] },
      '/attachments/0/slot',
    ],
  ])('refuses %s and points at it', (_, change, pointer) => {
    expect(pointers(wireSubmissionSchema, { ...exampleSubmission, ...change })).toContain(pointer);
  });
});

describe('a sync request', () => {
  test('is refused as a whole with one bad item, while its envelope still reads', () => {
    const poisoned = { ...request, submissions: [exampleSubmission, { id: exampleSubmission.id }] };
    expect(parseContract(syncRequestSchema, poisoned).ok).toBe(false);
    expect(parseContract(syncEnvelopeSchema, poisoned).ok).toBe(true);
  });
  test('carries at most 200', () => {
    expect(pointers(syncEnvelopeSchema, { ...request, submissions: Array(201).fill({}) })).toEqual([
      '/submissions',
    ]);
  });
  test.each([
    { protocol: '1' },
    { cursor: -1 },
    { cursor: 1.5 },
    { cursor: 2 ** 53 },
    { submissions: null },
    { more: true },
  ])('refuses %j', (change) => {
    expect(parseContract(syncEnvelopeSchema, { ...request, ...change }).ok).toBe(false);
  });
  test('refuses a key that reaches for the prototype', () => {
    const hostile: unknown = JSON.parse(
      '{"protocol":1,"cursor":0,"catalogueVersion":1,"submissions":[],"__proto__":{"cursor":9}}',
    );
    expect(parseContract(syncEnvelopeSchema, hostile).ok).toBe(false);
  });
});

describe('answers of the server', () => {
  test('read what the contract says', () => {
    expect(parseContract(syncResponseSchema, exampleSyncResponse)).toEqual({
      ok: true,
      value: exampleSyncResponse,
    });
    expect(parseContract(catalogueResponseSchema, exampleCatalogue)).toEqual({
      ok: true,
      value: exampleCatalogue,
    });
  });
  test.each(['<html>Sign in to the hotspot</html>', null, [], {}, { ok: true }])(
    '%j is no answer',
    (body) => {
      expect(parseContract(syncResponseSchema, body).ok).toBe(false);
    },
  );
  test('a private key is not among the public ones', () => {
    const key = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) };
    expect(
      pointers(serverKeysSchema, {
        seal: { kid: 'a', publicKey: key },
        receipt: { kid: 'b', publicKey: key },
      }),
    ).toEqual([]);
    expect(
      pointers(serverKeysSchema, {
        seal: { kid: 'a', publicKey: { ...key, d: 'C' } },
        receipt: { kid: 'b', publicKey: key },
      }),
    ).toEqual(['/seal/publicKey']);
  });
});

describe('the sealed plaintext', () => {
  test('reads every kind of answer and keeps every character', () => {
    expect(parseContract(plaintextSchema, examplePlaintext)).toEqual({ ok: true, value: examplePlaintext });
  });
  test.each<[object, string]>([
    [{ check: '12345' }, '/check'],
    [{ check: '১২৩৪৫৬' }, '/check'],
    [{ answers: { name: 5 } }, '/answers/name'],
    [{ answers: { name: { unknownPart: 'x' } } }, '/answers/name'],
    [{ fee: { governmentBdt: 1.5, chargeBdt: 0, taken: true } }, '/fee/governmentBdt'],
    [{ fileKeys: { 'not-an-id': 'A'.repeat(43) } }, '/fileKeys'],
    [{ answers: { 'রহিমা\u0000': 'a' } }, '/answers'],
    [{ consent: { ...examplePlaintext.consent, at: '0000-01-01T00:00:00Z' } }, '/consent/at'],
    [{ v: 2 }, '/v'],
    [{ author: { kind: 'operator', name: 'শিউলি\u0000' } }, '/author/name'],
    [{ answers: { home: { village: '\u{11107}'.repeat(201) } } }, '/answers/home/village'],
  ])('refuses %j', (change, pointer) => {
    expect(pointers(plaintextSchema, { ...examplePlaintext, ...change })).toContain(pointer);
  });
});

test('the length of a name is counted in letters, also beyond the first plane', () => {
  const answers = { home: { village: '\u{11107}'.repeat(200) } };
  const author = { kind: 'operator', name: '\u{11107}'.repeat(200) };
  expect(pointers(plaintextSchema, { ...examplePlaintext, answers, author })).toEqual([]);
});

test('a note is one that can be kept', () => {
  expect(pointers(decisionRequestSchema, { action: 'return', note: 'ছবি\u0000' })).toEqual(['/note']);
  expect(pointers(decisionRequestSchema, { action: 'return', note: 'ছবি\ud800' })).toEqual(['/note']);
});

test('a return or a rejection says why', () => {
  expect(pointers(decisionRequestSchema, { action: 'accept' })).toEqual([]);
  expect(pointers(decisionRequestSchema, { action: 'return' })).toEqual(['/note']);
  expect(pointers(decisionRequestSchema, { action: 'reject', note: '  ' })).toEqual(['/note']);
  expect(pointers(decisionRequestSchema, { action: 'reject', note: 'ছবি অস্পষ্ট' })).toEqual([]);
});
