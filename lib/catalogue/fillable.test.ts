import { double, assert as holds, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededChance } from '../forms/testing/chance';
import { generateAnswers } from '../forms/testing/generate-answers';
import { spoilSomething } from '../forms/testing/spoil-something';
import { validateForm } from '../forms/validate';
import { loadCatalogue } from './load-catalogue';

const { services, optionSets } = loadCatalogue();
const today = '2026-11-22';
const chances = integer({ min: 1, max: 2 ** 31 }).map(seededChance);
/** A hundred times and more over all services; the same every time but for what is found. */
const runs = { numRuns: 12, seed: 20261122 };

describe.each(services.map((one) => [one.id, one] as const))('%s', (_, definition) => {
  test('can be filled in and sent, whichever way it is answered', () => {
    holds(
      property(chances, double({ min: 0, max: 1, noNaN: true }), (chance, fullness) => {
        const { answers, attachments } = generateAnswers({ definition, optionSets, chance, today, fullness });
        expect(validateForm({ definition, optionSets, answers, attachments, today }).errors).toEqual([]);
      }),
      runs,
    );
  });

  test('is refused at the field that is wrong', () => {
    holds(
      property(chances, (chance) => {
        const made = generateAnswers({ definition, optionSets, chance, today });
        const { answers, pointer, code } = spoilSomething(definition, made, { chance, today });
        const { errors } = validateForm({
          definition,
          optionSets,
          answers,
          attachments: made.attachments,
          today,
        });
        expect(errors.map((error) => `${error.pointer} ${error.code}`)).toContain(`${pointer} ${code}`);
      }),
      runs,
    );
  });

  test('an empty form is refused', () => {
    expect(validateForm({ definition, optionSets, answers: {}, attachments: [], today }).errors).not.toEqual(
      [],
    );
  });
});
