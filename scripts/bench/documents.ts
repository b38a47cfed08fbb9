import { randomUUID } from 'node:crypto';
import { dhakaToday } from '../../lib/bangla/dhaka-date';
import { makeTrackingCode } from '../../lib/contract/tracking-code';
import type { CatalogueResponse, ConsentRecord, FeeRecord } from '../../lib/contract/wire';
import type { Answers } from '../../lib/forms/definition';
import { seededChance } from '../../lib/forms/testing/chance';
import { generateAnswers } from '../../lib/forms/testing/generate-answers';

/** One application as a plain document: what the peers store and send as it is, and what ours is made of. */
export interface BenchDocument {
  readonly id: string;
  readonly trackingCode: string;
  readonly serviceId: string;
  readonly serviceVersion: number;
  readonly queuedAt: string;
  readonly lang: 'bn';
  readonly check: string;
  readonly answers: Answers;
  readonly consent: ConsentRecord;
  readonly fee: FeeRecord;
}

/** As short as addresses are in a village: with it a document has about 1.45 KB of JSON. */
const ADDRESS = {
  division: '50',
  district: '5010',
  upazila: '501088',
  union: '50108811',
  ward: '4',
  village: 'কাশিমপুর',
};

/**
 * `count` invented applications with Bengali answers, right by the form's own rules. The answers are the same at each call,
 * the ids are new, so that a server that keeps them all can tell the runs apart.
 */
export function makeDocuments(
  catalogue: Pick<CatalogueResponse, 'services' | 'optionSets'>,
  { serviceId, count }: { readonly serviceId: string; readonly count: number },
): readonly BenchDocument[] {
  const definition = catalogue.services.find(({ id }) => id === serviceId);
  if (!definition) throw new Error(`no service ${serviceId}`);
  const { optionSets } = catalogue;
  const now = Date.now();
  const today = dhakaToday(now);
  return Array.from({ length: count }, (_, n) => {
    const queuedAt = new Date(now - (count - n) * 397).toISOString();
    const chance = seededChance(n + 1);
    const made = generateAnswers({ definition, optionSets, chance, today, address: ADDRESS });
    return {
      id: randomUUID(),
      trackingCode: makeTrackingCode('K7M2', n + 1),
      serviceId,
      serviceVersion: definition.version,
      queuedAt,
      lang: 'bn',
      check: String(100_000 + n),
      answers: withoutFiles(made.answers),
      consent: { textVersion: '2026-1', lang: 'bn', given: 'tick', forWhom: 'child', at: queuedAt },
      fee: { governmentBdt: 25, chargeBdt: 50, taken: true },
    };
  });
}

/** Files are attached on the device, each with its own answer. */
const withoutFiles = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(
      ([, answer]) => !(typeof answer === 'object' && answer !== null && 'attachmentIds' in answer),
    ),
  );
