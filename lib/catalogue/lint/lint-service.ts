import type { OptionSets, ServiceDefinition } from '../../forms/definition';
import { isPersonal, purposeOf } from '../purposes';
import { deadConditions } from './dead-conditions';
import type { Finding } from './finding';
import { optionLabels } from './option-labels';
import { readingOf } from './reading';
import { untranslated } from './untranslated';

/**
 * What `parseDefinition` cannot see in a definition it accepted: texts, conditions and personal data as a person meets them.
 * @param today ISO date: ages and limits are counted from it
 */
export function lintService(
  definition: ServiceDefinition,
  optionSets: OptionSets,
  today: string,
): readonly Finding[] {
  return [
    ...untranslated(definition),
    ...deadConditions(definition, optionSets, today),
    ...optionLabels(definition),
    ...withoutPurpose(definition),
    ...inWordsOnly(definition),
    ...readingOf(definition).findings,
  ];
}

function withoutPurpose({ id, fields }: ServiceDefinition): readonly Finding[] {
  return fields.flatMap((field, at): readonly Finding[] =>
    isPersonal(field) && purposeOf(id, field) === null
      ? [
          {
            path: `fields[${at}]`,
            rule: 'no-purpose',
            reason: `${field.id} is personal and lib/catalogue/purposes.json says no purpose for it`,
          },
        ]
      : [],
  );
}

/** A paper that is needed in some cases, which only a person can tell. */
function inWordsOnly({ documents }: ServiceDefinition): readonly Finding[] {
  return documents.flatMap(({ required, neededIf, conditionText }, at): readonly Finding[] =>
    required && conditionText && !neededIf
      ? [
          {
            path: `documents[${at}]`,
            rule: 'condition-in-words',
            reason: 'needed only sometimes, but no rule says when',
          },
        ]
      : [],
  );
}
