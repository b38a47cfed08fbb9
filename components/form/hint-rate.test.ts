import { expect, it } from 'vitest';
import { loadCatalogue } from '../../lib/catalogue/load-catalogue';
import { fieldHints } from '../../lib/forms/hints/field-hints';
import { seededChance } from '../../lib/forms/testing/chance';
import { generateAnswers } from '../../lib/forms/testing/generate-answers';
import { lifelikeAnswers } from '../../lib/forms/testing/lifelike-answers';
import { createFormView } from '../../lib/forms/visibility';

const TODAY = '2026-11-22';
const { services, optionSets } = loadCatalogue();

it('asks nothing of applications that are as they should be, over the whole catalogue', () => {
  const asked = services.flatMap((definition, at) =>
    Array.from({ length: 8 }, (_, run) => {
      const chance = seededChance(at * 100 + run);
      const { answers } = generateAnswers({ definition, optionSets, chance, today: TODAY, fullness: 1 });
      const person = lifelikeAnswers(definition, answers, TODAY, chance);
      const found = fieldHints(createFormView(definition, person, TODAY), { districtCode: () => undefined });
      return found.map(
        (hint) => `${definition.id} ${hint.pointer} ${hint.code} ${JSON.stringify(hint.values)}`,
      );
    }).flat(),
  );
  expect(services.length).toBeGreaterThan(10);
  expect(asked).toEqual([]);
});
