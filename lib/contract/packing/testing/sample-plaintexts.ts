import type { Answers, OptionSets, ServiceDefinition } from '../../../forms/definition';
import { digitsOf, oneOf } from '../../../forms/testing/chance';
import { generateAnswers } from '../../../forms/testing/generate-answers';
import type { Chance } from '../../../shared/clock';
import type { AttachmentHeader, Plaintext } from '../../wire';
import type { PackingHeader } from '../plaintext-coding';

export interface Sample {
  readonly header: PackingHeader;
  readonly plaintext: Plaintext;
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** An invented application for any service, with its files, as a device would seal it. */
export function samplePlaintext(
  definition: ServiceDefinition,
  optionSets: OptionSets,
  chance: Chance,
  fullness = 0.6,
): Sample {
  const made = generateAnswers({ definition, optionSets, chance, today: '2026-11-22', fullness });
  return sampleAround(made.answers, made.attachments, chance);
}

/** The same around answers of one's own. */
export function sampleAround(
  answers: Answers,
  files: readonly { readonly id: string; readonly slot: string }[],
  chance: Chance,
): Sample {
  const key = () => Array.from({ length: 43 }, () => oneOf(chance, [...BASE64URL])).join('');
  const queuedAt = 1_795_000_000_000 + Math.floor(chance() * 1e10);
  const attachments = files.map(
    ({ id, slot }): AttachmentHeader => ({
      id,
      slot,
      sha256: digitsOf(chance, 64),
      bytes: 240_128,
      mediaType: 'image/jpeg',
    }),
  );
  return {
    header: { queuedAt: new Date(queuedAt).toISOString(), attachments },
    plaintext: {
      v: 1,
      lang: oneOf(chance, ['bn', 'en']),
      check: digitsOf(chance, 6),
      answers,
      consent: {
        textVersion: '2026-1',
        lang: oneOf(chance, ['bn', 'en']),
        given: oneOf(chance, ['tick', 'signature', 'thumb']),
        forWhom: oneOf(chance, ['self', 'child', 'other']),
        at: oneOf(chance, [
          new Date(queuedAt - Math.floor(chance() * 600_000)).toISOString(),
          '2026-11-22T04:41:00Z',
        ]),
      },
      fee: {
        governmentBdt: oneOf(chance, [null, 0, 25, 4025]),
        chargeBdt: oneOf(chance, [0, 50, 120]),
        taken: chance() < 0.5,
      },
      author: oneOf<Plaintext['author']>(chance, [
        { kind: 'citizen' },
        { kind: 'operator', userId: 'u7Kq2mZx9PfR4sTbu7Kq2mZx9PfR4sTb', name: 'শিউলি বেগম' },
        { kind: 'operator', userId: '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10', name: 'D. Costa' },
        { kind: 'operator', userId: 'কেউ একজন' },
      ]),
      fileKeys: Object.fromEntries(files.map(({ id }) => [id, key()])),
    },
  };
}
