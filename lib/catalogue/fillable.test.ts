import { describe, expect, test } from 'vitest';
import { seededChance } from '../forms/testing/chance';
import { generateAnswers } from '../forms/testing/generate-answers';
import { validateForm } from '../forms/validate';
import { loadCatalogue } from './load-catalogue';

const { services, optionSets } = loadCatalogue();
const today = '2026-11-22';

describe.each(services.map((one) => [one.id, one] as const))('%s', (_, definition) => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'can be filled in and sent, whichever way it is answered (seed %i)',
    (seed) => {
      const { answers, attachments } = generateAnswers({
        definition,
        optionSets,
        chance: seededChance(seed),
        today,
      });
      expect(validateForm({ definition, optionSets, answers, attachments, today }).errors).toEqual([]);
    },
  );

  test('an empty form is refused', () => {
    expect(validateForm({ definition, optionSets, answers: {}, attachments: [], today }).errors).not.toEqual(
      [],
    );
  });
});
