import type { Chance } from '../../shared/clock';
import { isFileType } from '../answer-shape';
import type { Field, ServiceDefinition } from '../definition';
import { groupKeyOf } from '../row-groups';
import { createFormView } from '../visibility';
import { oneOf } from './chance';
import type { GeneratedAnswers } from './generate-answers';
import { type SpoiltAnswers, spoilAnswer } from './spoil-answer';

/**
 * Right answers with one thing wrong: a value that is none, or a required answer left out. Only what surely refuses: a field whose
 * rules are soft is left alone.
 */
export function spoilSomething(
  definition: ServiceDefinition,
  { answers }: GeneratedAnswers,
  { chance, today }: { readonly chance: Chance; readonly today: string },
): SpoiltAnswers {
  const view = createFormView(definition, answers, today);
  const visible = definition.fields.filter((field) => view.isVisible(field) && !field.readonly);
  const asked = visible.filter(canBeSpoilt);
  const missing = visible.filter(
    (field) =>
      field.required &&
      !isFileType(field.type) &&
      groupKeyOf(field) === null &&
      answers[field.id] !== undefined,
  );
  if (missing.length > 0 && chance() < 0.3) {
    const { id, type } = oneOf(chance, missing);
    const { [id]: _, ...rest } = answers;
    return {
      answers: rest,
      pointer: `/${id}`,
      code: type === 'declaration' || answers[id] === true ? 'not-ticked' : 'required',
    };
  }
  return spoilAnswer(definition, answers, oneOf(chance, asked).id);
}

/** Nearly everything is a right answer to a question for plain words. */
const canBeSpoilt = ({ type, rules, readonly }: Field): boolean =>
  type !== 'text' && rules?.soft !== true && readonly !== true;
