import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { loadCatalogue } from '../../catalogue/load-catalogue';
import type { Answer, Answers } from '../../forms/definition';
import { seededChance } from '../../forms/testing/chance';
import { spoilAnswer } from '../../forms/testing/spoil-answer';
import { LIMITS } from '../limits';
import { parseContract } from '../parse-contract';
import { plaintextSchema } from '../plaintext-schema';
import { packPlaintext, unpackPlaintext } from './pack-plaintext';
import { packingPlan } from './packing-plan';
import { type Sample, sampleAround, samplePlaintext } from './testing/sample-plaintexts';

vi.setConfig({ testTimeout: 60_000 });

const { services, optionSets } = loadCatalogue();
const plans = services.map((definition) => packingPlan(definition, optionSets));
const ofService = services.map((definition, n) => [definition.id, definition, plans[n]] as const);

/** As much altogether as fifteen services had, however many there are: every one a few times. */
const share = (ofFifteen: number) => Math.ceil((ofFifteen * 15) / Math.max(15, services.length));

/** Nearly a date, a number, a phone, a place: what a typed way to write them would lose. */
const ODD_TEXTS = [
  '',
  '00',
  '1.50',
  '-1',
  '+8801',
  '0198-02-30',
  '2025-02-29',
  '+10000-01-01',
  'u007',
  '😀\ud83d',
];

/** What comes out of what was packed; fails when it could not be packed. */
function throughPacking(plan: (typeof plans)[number] | undefined, { header, plaintext }: Sample): unknown {
  if (!plan) throw new Error('no plan');
  const packed = packPlaintext(plan, header, plaintext);
  if (!packed) throw new Error('not packed');
  const unpacked = unpackPlaintext(plans, header, packed);
  return unpacked.ok ? unpacked.value : unpacked.problem;
}

test('no two services of the catalogue share a tag', () => {
  expect(new Set(plans.map(({ tag }) => tag.join())).size).toBe(services.length);
});

describe.each(ofService)('%s', (_, definition, plan) => {
  test.each([0, 0.3, 0.6, 1])('comes back as it was, filled in to %d', (fullness) => {
    for (let seed = 1; seed <= share(12); seed++) {
      const sample = samplePlaintext(definition, optionSets, seededChance(seed), fullness);
      expect(throughPacking(plan, sample)).toEqual(sample.plaintext);
    }
  });

  test('comes back with nothing answered', () => {
    const sample = sampleAround({}, [], seededChance(1));
    expect(throughPacking(plan, sample)).toEqual(sample.plaintext);
  });

  test('comes back with any one answer spoilt', () => {
    const { header, plaintext } = samplePlaintext(definition, optionSets, seededChance(7), 1);
    for (const { id } of definition.fields) {
      const { answers } = spoilAnswer(definition, plaintext.answers, id);
      const spoilt = { header, plaintext: { ...plaintext, answers } };
      expect(throughPacking(plan, spoilt)).toEqual(spoilt.plaintext);
    }
  });

  test.each(ODD_TEXTS)('comes back with %j in every field', (text) => {
    const sample = sampleAround(
      Object.fromEntries([...(plan?.keys ?? [])].map((key) => [key, text])),
      [],
      seededChance(4),
    );
    expect(throughPacking(plan, sample)).toEqual(sample.plaintext);
  });

  test('comes back with anything in any field', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('ক', '্', 'a', 'A', ' ', '0', '9', '\u200d', '😀', '\ud83d', '\0', '।', 'İ'),
      }),
      fc.constantFrom(
        '0',
        '00',
        '1.50',
        '+8801',
        '+880171234567',
        '0198-02-30',
        '-1',
        'u0',
        'u1',
        '__proto__',
      ),
    );
    const address = fc.record(
      { division: text, union: text, ward: text, village: text, postCode: text },
      { requiredKeys: [] },
    );
    const row = fc.dictionary(
      fc.constantFrom(...definition.fields.map(({ id }) => id)),
      fc.oneof(text, fc.boolean()),
      { noNullPrototype: true },
    );
    const answer: fc.Arbitrary<Answer> = fc.oneof(
      text,
      fc.boolean(),
      fc.array(text),
      address,
      fc.record({ attachmentIds: fc.array(text) }),
      fc.array(row, { maxLength: 4 }),
    );
    const keys = [...(plan?.keys ?? [])];
    const answers: fc.Arbitrary<Answers> = fc.dictionary(fc.constantFrom(...keys), answer, {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(answers, (given) => {
        const sample = sampleAround(given, [], seededChance(3));
        expect(throughPacking(plan, sample)).toEqual(sample.plaintext);
      }),
      { numRuns: share(60) },
    );
  });
});

describe('bytes nobody packed', () => {
  const [definition] = services;
  const [plan] = plans;
  if (!definition || !plan) throw new Error('no service');
  const sample = samplePlaintext(definition, optionSets, seededChance(5), 1);
  const packed = packPlaintext(plan, sample.header, sample.plaintext) ?? new Uint8Array();
  const read = (bytes: Uint8Array) => {
    const unpacked = unpackPlaintext(plans, sample.header, bytes);
    if (!unpacked.ok) return unpacked.problem.type;
    expect(JSON.stringify(unpacked.value).length).toBeLessThan(LIMITS.plaintextBytes);
    return parseContract(plaintextSchema, unpacked.value).ok ? 'a plaintext' : 'no plaintext';
  };

  test('another tag is an unknown plan', () => {
    expect(read(packed.map((byte, at) => (at === 0 ? byte ^ 1 : byte)))).toBe('unknown-plan');
    expect(read(new Uint8Array())).toBe('unknown-plan');
    expect(read(packed.subarray(0, 2))).toBe('unknown-plan');
  });

  test('cut anywhere they never read as what was packed', () => {
    for (let length = 3; length < packed.length; length++) {
      const unpacked = unpackPlaintext(plans, sample.header, packed.subarray(0, length));
      expect(unpacked).not.toEqual({ ok: true, value: sample.plaintext });
    }
  });

  test('more behind the end is a failure', () => {
    expect(read(Uint8Array.from([...packed, 1, 2, 3, 4, 5]))).toBe('unpack-failed');
  });

  test('any bytes give a value or a problem, and leave no trace', () => {
    const noise = fc.uint8Array({ maxLength: 3000 }).map((bytes) => Uint8Array.from([...plan.tag, ...bytes]));
    const flipped = fc
      .tuple(fc.integer({ min: 24, max: packed.length * 8 - 1 }))
      .map(([bit]) => packed.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)));
    const same = fc
      .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 20_000 }))
      .map(([byte, length]) => Uint8Array.from([...plan.tag, ...new Uint8Array(length).fill(byte)]));
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(fc.oneof(noise, flipped, same), (bytes) => {
        outcomes.add(read(bytes));
        expect(packPlaintext(plan, sample.header, sample.plaintext)).toEqual(packed);
      }),
      { numRuns: 150 },
    );
    expect([...outcomes]).toContain('unpack-failed');
    expect([...outcomes]).not.toContain('unknown-plan');
  });
});

describe('what cannot be packed exactly is not packed', () => {
  const [plan] = plans;
  const given = sampleAround({}, [], seededChance(1));
  const pack = (change: object) =>
    plan && packPlaintext(plan, given.header, { ...given.plaintext, ...change });

  test('an answer the service does not know', () => {
    expect(pack({ answers: { no_such_field: 'x' } })).toBeUndefined();
  });
  test('more text than a reader takes', () => {
    expect(pack({ answers: { [[...(plan?.keys ?? [])][0] ?? '']: 'ক'.repeat(20_000) } })).toBeUndefined();
  });
  test('keys of files the header does not announce', () => {
    expect(pack({ fileKeys: { '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10': 'k'.repeat(43) } })).toBeUndefined();
  });
  test('half a taka, a short check, a part nobody knows', () => {
    expect(pack({ fee: { governmentBdt: 1.5, chargeBdt: 0, taken: true } })).toBeUndefined();
    expect(pack({ check: '123' })).toBeUndefined();
    expect(pack({ extra: 1 })).toBeUndefined();
  });
});
