import type { Chance } from '../../shared/clock';
import { isBlank } from '../answer-shape';
import { type ChecklistQuestion, checklistFor } from '../checklist';
import type { Condition, OptionSets, Rule, ServiceDefinition } from '../definition';
import type { EarlyAnswers } from '../early-view';
import { isIsoDate, resolveDate } from '../iso-date';
import { optionsOf } from '../options';
import type { FormView } from '../visibility';
import { oneOf } from './chance';

interface AnswerInput {
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  readonly today: string;
}

/** Answers one open question after another until none is left; `visit` sees every state on the way, the last too. */
export function answerAll(
  input: AnswerInput,
  start: EarlyAnswers,
  answer: (question: ChecklistQuestion) => NonNullable<EarlyAnswers[string]>,
  visit: (said: EarlyAnswers) => void = () => undefined,
): EarlyAnswers {
  let said = start;
  for (;;) {
    visit(said);
    const next = checklistFor({ ...input, said }).questions.find(({ isOpen }) => isOpen);
    if (!next) return said;
    const answered = answer(next);
    // An answer that leaves its question open would be asked for ever.
    if (JSON.stringify(said[next.field.id]) === JSON.stringify(answered)) return said;
    said = { ...said, [next.field.id]: answered };
  }
}

/** What a filled-in form says to a question. */
export function answerOfForm(
  view: FormView,
  { field, asking }: ChecklistQuestion,
): NonNullable<EarlyAnswers[string]> {
  const answer = view.lookUp(field.id);
  if (asking === 'yes-no') return !isBlank(answer);
  if (asking === 'any-of') return Array.isArray(answer) ? answer.map(String) : [];
  return typeof answer === 'string' ? answer : '';
}

/** Any answer a person could give; of dates and numbers those on both sides of what the definition compares with. */
export function anyAnswer(
  { definition, optionSets, today }: AnswerInput,
  { field, asking }: ChecklistQuestion,
  chance: Chance,
): NonNullable<EarlyAnswers[string]> {
  const values = optionsOf(field, optionSets).map(({ value }) => value);
  switch (asking) {
    case 'one-of':
      return oneOf(chance, field.required ? values : ['', ...values]);
    case 'any-of': {
      const some = values.filter(() => chance() < 0.3);
      return some.length > 0 || !field.required ? some : [oneOf(chance, values)];
    }
    case 'yes-no':
      return chance() < 0.5;
    case 'date':
      return oneOf(
        chance,
        edgesOfDates(definition, today).filter((day) => field.rules?.max !== 'today' || day <= today),
      );
    case 'number':
      return oneOf(chance, edgesOfNumbers(definition));
  }
}

function conditionsOf(definition: ServiceDefinition): readonly Condition[] {
  const within = (rule: Rule): readonly Condition[] =>
    'all' in rule ? rule.all.flatMap(within) : 'any' in rule ? rule.any.flatMap(within) : [rule];
  return [
    ...definition.documents.map(({ neededIf }) => neededIf),
    ...definition.fee.tiers.map(({ appliesIf }) => appliesIf),
    ...definition.fields.map(({ showIf }) => showIf),
  ].flatMap((rule) => (rule ? within(rule) : []));
}

/** The day before, on and after each limit, of ages too. */
function edgesOfDates(definition: ServiceDefinition, today: string): readonly string[] {
  const limits = definition.fields.flatMap(({ rules }) => [
    rules?.min,
    rules?.max,
    ...[rules?.minAge, ...Object.values(rules?.minAgeBySex ?? {})].map((age) => age && `today-${age}y`),
  ]);
  const compared = conditionsOf(definition).map(({ field, value }) =>
    field === 'age' ? `today-${value}y` : field === 'ageDays' ? `today-${value}d` : value,
  );
  const days = [...limits, ...compared, 'today-30y'].flatMap((limit) =>
    typeof limit === 'string' ? (resolveDate(limit, today) ?? []) : [],
  );
  const near = days.flatMap((day) => ['-1d', '', '+1d'].map((step) => shift(day, step)));
  return [...new Set(near)].filter(isIsoDate);
}

function shift(day: string, step: string): string {
  return step === '' ? day : (resolveDate(`today${step}`, day) ?? day);
}

function edgesOfNumbers(definition: ServiceDefinition): readonly string[] {
  const limits = conditionsOf(definition).flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  return [...new Set([0, ...limits].flatMap((limit) => [limit - 1, limit, limit + 1]))]
    .filter((value) => value >= 0)
    .map(String);
}
