import { describe, expect, test } from 'vitest';
import optionSets from '../catalogue/option-sets.json';
import definitionJson from '../catalogue/services/birth-registration.json';
import { packPlaintext } from '../contract/packing/pack-plaintext';
import { packingPlan } from '../contract/packing/packing-plan';
import type { PackingHeader } from '../contract/packing/plaintext-coding';
import { NAMES_BN, NAMES_EN } from '../contract/packing/prime-names';
import { PLACES } from '../contract/packing/prime-places';
import { makeTrackingCode } from '../contract/tracking-code';
import type { Plaintext, WireSubmission } from '../contract/wire';
import type { OptionSets, ServiceDefinition } from '../forms/definition';
import { compressionDictionary } from '../forms/dictionary';
import { utf8 } from './bytes';
import { sealSubmission } from './seal-submission';
import { generateSealKeyPair } from './server-keyring';
import {
  birthRegistration,
  RARE_NAMES_BN,
  RARE_NAMES_EN,
  RARE_VILLAGES,
  rareBirthRegistration,
} from './testing/birth-registrations';
import { wireWeight } from './testing/wire-weight';

const definition = definitionJson as unknown as ServiceDefinition;
const dictionary = utf8(compressionDictionary(definition, optionSets as unknown as OptionSets));

const plan = packingPlan(definition, optionSets as unknown as OptionSets);
const headerOf = (n: number) => ({
  id: crypto.randomUUID(),
  trackingCode: makeTrackingCode('K7M2', 4000 + n),
  serviceId: definition.id,
  serviceVersion: definition.version,
  queuedAt: new Date(1_795_000_000_000 + n * 397_211).toISOString(),
  attachments: [],
});
const HOW = {
  packed: { pack: (header: PackingHeader, plaintext: Plaintext) => packPlaintext(plan, header, plaintext) },
  'compressed with the dictionary': { dictionary },
  'compressed alone': {},
} as const;

async function sealMany(count: number, how: keyof typeof HOW): Promise<readonly WireSubmission[]> {
  const key = await generateSealKeyPair();
  return Promise.all(
    Array.from({ length: count }, async (_, n) =>
      sealSubmission({
        header: headerOf(n),
        plaintext: birthRegistration(n),
        key,
        ...HOW[how],
      }),
    ),
  );
}

const request = (submissions: readonly WireSubmission[]) => ({
  protocol: 1,
  cursor: 4711,
  catalogueVersion: 12,
  submissions,
});

describe('100 waiting birth registrations without files, every field filled in', () => {
  test.each([
    ['packed', 0, 400],
    ['compressed with the dictionary', 400, 600],
    ['compressed alone', 600, 1200],
  ] as const)(
    '%s weigh more than %d and at most %d bytes each on the line',
    { timeout: 20_000 },
    async (how, least, most) => {
      const { perSubmission } = wireWeight(request(await sealMany(100, how)));

      expect(perSubmission).toBeGreaterThan(least);
      expect(perSubmission).toBeLessThanOrEqual(most);
    },
  );
});

/** Average bytes of 100 packed plaintexts. */
const packedWeight = (plaintexts: readonly Plaintext[]): number =>
  plaintexts.reduce((sum, one, n) => sum + (packPlaintext(plan, headerOf(n), one)?.length ?? Number.NaN), 0) /
  plaintexts.length;
const hundred = (make: (n: number) => Plaintext) => Array.from({ length: 100 }, (_, n) => make(n));

describe('100 packed birth registrations', () => {
  test('weigh at most 145 bytes each before sealing', () => {
    expect(packedWeight(hundred(birthRegistration))).toBeLessThanOrEqual(145);
  });
  test('of names and villages the packing was not shown weigh at most 200', () => {
    const shown = new Set([NAMES_BN, NAMES_EN, PLACES].join('\n').normalize('NFC').split(/\s+/));
    const rare = [...RARE_NAMES_BN, ...RARE_NAMES_EN, ...RARE_VILLAGES].flatMap((name) =>
      name.toLowerCase().split(' '),
    );

    expect(rare.filter((word) => shown.has(word.normalize('NFC')))).toEqual([]);
    expect(packedWeight(hundred(rareBirthRegistration))).toBeLessThanOrEqual(200);
  });
});

test('an empty request weighs next to nothing', () => {
  expect(wireWeight(request([])).perSubmission).toBe(0);
  expect(wireWeight(request([])).gzip).toBeLessThan(120);
});
