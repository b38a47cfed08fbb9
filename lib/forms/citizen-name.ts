import { answerOf, isRows } from './answer-shape';
import type { Answers, ServiceDefinition } from './definition';
import { groupKeyOf } from './row-groups';

/**
 * The name the application goes by: the first of `nameFields` that is filled in (in rows: of the first row), or null.
 * Parts that stand in fields of their own are joined in the order written: `name_first_bn+name_last_bn`.
 */
export function citizenName(definition: ServiceDefinition, answers: Answers): string | null {
  for (const name of definition.nameFields) {
    const parts = name.split('+').map((id) => partOf(definition, answers, id));
    const filled = parts.filter((part) => part !== '').join(' ');
    if (filled !== '') return filled;
  }
  return null;
}

function partOf(definition: ServiceDefinition, answers: Answers, id: string): string {
  const field = definition.fields.find((one) => one.id === id);
  const key = field ? groupKeyOf(field) : null;
  const rows = key === null ? undefined : answerOf(answers, key);
  const part = key === null ? answerOf(answers, id) : isRows(rows) ? rows[0]?.[id] : undefined;
  return typeof part === 'string' ? part.trim() : '';
}
