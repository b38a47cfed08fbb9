import type { Answers, ServiceDefinition } from './definition';
import { groupKeyOf } from './row-groups';

/** The answers a new draft begins with: the defaults of the definition. */
export function startingAnswers(definition: ServiceDefinition): Answers {
  return Object.fromEntries(
    definition.fields.flatMap((field) =>
      field.default !== undefined && groupKeyOf(field) === null ? [[field.id, field.default]] : [],
    ),
  );
}
