import { describe, expect, test } from 'vitest';
import optionSets from '../catalogue/option-sets.json';
import definitionJson from '../catalogue/services/birth-registration.json';
import { makeTrackingCode } from '../contract/tracking-code';
import type { WireSubmission } from '../contract/wire';
import type { OptionSets, ServiceDefinition } from '../forms/definition';
import { compressionDictionary } from '../forms/dictionary';
import { utf8 } from './bytes';
import { sealSubmission } from './seal-submission';
import { generateSealKeyPair } from './server-keyring';
import { birthRegistration } from './testing/birth-registrations';
import { wireWeight } from './testing/wire-weight';

const definition = definitionJson as unknown as ServiceDefinition;
const dictionary = utf8(compressionDictionary(definition, optionSets as unknown as OptionSets));

async function sealMany(count: number, withDictionary: boolean): Promise<readonly WireSubmission[]> {
  const key = await generateSealKeyPair();
  return Promise.all(
    Array.from({ length: count }, async (_, n) =>
      sealSubmission({
        header: {
          id: crypto.randomUUID(),
          trackingCode: makeTrackingCode('K7M2', 4000 + n),
          serviceId: definition.id,
          serviceVersion: definition.version,
          queuedAt: new Date(1_795_000_000_000 + n * 397_211).toISOString(),
          attachments: [],
        },
        plaintext: birthRegistration(n),
        key,
        ...(withDictionary && { dictionary }),
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
  test('weigh at most 600 bytes each on the line', { timeout: 20_000 }, async () => {
    const weight = wireWeight(request(await sealMany(100, true)));

    expect(weight.perSubmission).toBeLessThanOrEqual(600);
  });
  test('weigh much more without the dictionary', { timeout: 20_000 }, async () => {
    const weight = wireWeight(request(await sealMany(100, false)));

    expect(weight.perSubmission).toBeGreaterThan(600);
  });
});

test('an empty request weighs next to nothing', () => {
  expect(wireWeight(request([])).perSubmission).toBe(0);
  expect(wireWeight(request([])).gzip).toBeLessThan(120);
});
