import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleSubmission } from '../contract/testing/examples';
import { fromBase64url, toBase64url } from './base64url';
import { utf8Text } from './bytes';
import { canonicalHeader } from './canonical-header';
import { randomBelow, randomDigits } from './random-digits';
import { submissionHash } from './submission-hash';

describe('base64url', () => {
  test('agrees with the platform both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (random) => {
        const bytes = new Uint8Array(random);
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(toBase64url(bytes))).toEqual({ ok: true, value: bytes });
      }),
    );
  });
  test.each(['A', 'AA==', 'A+', 'A/', 'AB', 'AAB', 'ক', ' AA', 'AAAAA'])(
    'refuses %j: one byte string has one spelling',
    (text) => {
      expect(fromBase64url(text).ok).toBe(false);
    },
  );
});

describe('the canonical header', () => {
  test('is the list that the protocol document shows', () => {
    const [file] = exampleSubmission.attachments;
    expect(utf8Text(canonicalHeader(exampleSubmission))).toBe(
      `[1,"${exampleSubmission.id}","${exampleSubmission.trackingCode}","birth-registration",1,"2026-11-22T04:42:00.000Z",null,"deflate-dict-1","seal-1",[["${file?.id}","doc:birth_proof","${'ab'.repeat(32)}",240128,"image/jpeg"]]]`,
    );
  });
  test('does not depend on the order of keys', () => {
    const backwards = Object.fromEntries(
      Object.entries(exampleSubmission).reverse(),
    ) as unknown as typeof exampleSubmission;
    expect(canonicalHeader(backwards)).toEqual(canonicalHeader(exampleSubmission));
  });
});

test('the submission hash changes with every part', async () => {
  const { sealed } = exampleSubmission;
  const variants = [
    exampleSubmission,
    { ...exampleSubmission, serviceVersion: 2 },
    { ...exampleSubmission, supersedes: exampleSubmission.id },
    { ...exampleSubmission, sealed: { ...sealed, enc: `C${sealed.enc.slice(1)}` } },
    { ...exampleSubmission, sealed: { ...sealed, ct: `D${sealed.ct.slice(1)}` } },
  ];
  const hashes = await Promise.all(variants.map(submissionHash));
  expect(new Set(hashes).size).toBe(variants.length);
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
});

describe('random digits', () => {
  test('leaves out the bytes that would favour low digits', () => {
    const bytes = [255, 250, 249, 251, 0, 19, 254, 128];
    expect(
      randomDigits(4, (length) => new Uint8Array(Array.from({ length }, () => bytes.shift() ?? 7))),
    ).toBe('9098');
  });
  test('all digits come up about equally often', () => {
    const counts = new Map<string, number>();
    for (const digit of randomDigits(50_000)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    expect(counts.size).toBe(10);
    for (const count of counts.values()) expect(Math.abs(count - 5000)).toBeLessThan(500);
  });
  test('a number below a limit skips the unfair end', () => {
    const bytes = [255, 255, 0, 65];
    expect(randomBelow(24, () => new Uint8Array([bytes.shift() ?? 0, bytes.shift() ?? 0]))).toBe(65 % 24);
  });
});
