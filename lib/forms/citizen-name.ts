import { answerOf, isRows } from './answer-shape';
import type { Answers, ServiceDefinition } from './definition';
import { groupKeyOf } from './row-groups';

/** The name the application goes by: the first of `nameFields` that is filled in (in rows: of the first row), or null. */
export function citizenName(definition: ServiceDefinition, answers: Answers): string | null {
  for (const id of definition.nameFields) {
    const field = definition.fields.find((one) => one.id === id);
    const key = field ? groupKeyOf(field) : null;
    const rows = key === null ? undefined : answerOf(answers, key);
    const name = key === null ? answerOf(answers, id) : isRows(rows) ? rows[0]?.[id] : undefined;
    if (typeof name === 'string' && name.trim() !== '') return name.trim();
  }
  return null;
}
