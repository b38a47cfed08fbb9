import { isBlank } from './answer-shape';
import type { Answer, Answers, ServiceDefinition } from './definition';
import { askingOf, type EarlyAnswers } from './early-view';
import { isTick } from './options';
import { groupKeyOf } from './row-groups';

/** What was said before there was a form, as answers of a new draft: nothing is asked twice. A list of values of a field in
 *  rows becomes one row each; that there is something (a number, a file) is no answer yet. */
export function answersFromEarly(definition: ServiceDefinition, said: EarlyAnswers): Answers {
  const answers: Record<string, Answer> = {};
  for (const field of definition.fields) {
    const answer = said[field.id];
    if (answer === undefined || isBlank(answer) || (askingOf(field) === 'yes-no' && !isTick(field))) continue;
    const key = groupKeyOf(field);
    if (key === null) answers[field.id] = answer;
    else if (field.repeat && Array.isArray(answer) && answers[key] === undefined)
      answers[key] = answer.map((value: string) => ({ [field.id]: value }));
  }
  return answers;
}
