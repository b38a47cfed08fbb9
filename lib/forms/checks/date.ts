import { ageOn } from '../age';
import { answerOf } from '../answer-shape';
import type { Field, ServiceDefinition } from '../definition';
import type { Finding } from '../field-error';
import { isIsoDate, resolveDate } from '../iso-date';
import type { Check, CheckContext } from './check';

/** No form asks for a day outside these: a year such as 0198 or 20026 is a slip of the finger. */
const EARLIEST = '1800-01-01';
const LATEST = '2199-12-31';

/** A real date within its limits: `min`, `max`, `minField`, `maxField`, `minAge`, `minAgeBySex`. */
export const checkDate: Check<string> = (field, date, context) => {
  if (!isIsoDate(date)) return [{ code: 'date-invalid' }];
  if (date < EARLIEST) return [{ code: 'date-too-early', values: { min: EARLIEST } }];
  if (date > LATEST) return [{ code: 'date-too-late', values: { max: LATEST } }];
  const soft = field.rules?.soft ?? false;
  return [
    ...checkLimits(field, date, context),
    ...checkOtherFields(field, date, context),
    ...checkAges(field, date, context),
  ]
    .slice(0, 1)
    .map((finding) => ({ ...finding, soft }));
};

function checkLimits(field: Field, date: string, { today }: CheckContext): readonly Finding[] {
  const { min, max } = field.rules ?? {};
  const earliest = typeof min === 'string' ? resolveDate(min, today) : null;
  const latest = typeof max === 'string' ? resolveDate(max, today) : null;
  if (earliest !== null && date < earliest) return [{ code: 'date-too-early', values: { min: earliest } }];
  if (latest === null || date <= latest) return [];
  return [max === 'today' ? { code: 'date-in-future' } : { code: 'date-too-late', values: { max: latest } }];
}

function checkOtherFields(field: Field, date: string, context: CheckContext): readonly Finding[] {
  const { minField, maxField } = field.rules ?? {};
  const earliest = minField ? dateOf(minField, context) : null;
  if (minField && earliest !== null && date < earliest) {
    return [{ code: 'date-before-field', values: { field: minField, min: earliest } }];
  }
  const latest = maxField ? dateOf(maxField, context) : null;
  if (!maxField || latest === null || date <= latest) return [];
  return [{ code: 'date-after-field', values: { field: maxField, max: latest } }];
}

function checkAges(field: Field, date: string, context: CheckContext): readonly Finding[] {
  const { minAge, minAgeBySex } = field.rules ?? {};
  const age = ageOn(date, context.today);
  if (minAge !== undefined && age < minAge) return [{ code: 'age-too-low', values: { min: minAge, age } }];
  const sex = minAgeBySex ? sexOf(context) : null;
  if (!minAgeBySex || sex === null) return [];
  // A sex the rule does not name gets the lowest of its ages: the doubt is the citizen's.
  const min = Object.hasOwn(minAgeBySex, sex)
    ? (minAgeBySex[sex] ?? 0)
    : Math.min(...Object.values(minAgeBySex));
  return age < min ? [{ code: 'age-too-low-for-sex', values: { min, age, sex } }] : [];
}

function dateOf(id: string, { answers, row }: CheckContext): string | null {
  const answer = (row && answerOf(row, id)) ?? answerOf(answers, id);
  return typeof answer === 'string' && isIsoDate(answer) ? answer : null;
}

/** Whose answer `minAgeBySex` goes by: the field called `sex`, else the first that uses the option set `sex`. */
export function sexFieldOf({ fields }: ServiceDefinition): Field | undefined {
  return fields.find(({ id }) => id === 'sex') ?? fields.find(({ optionSet }) => optionSet === 'sex');
}

function sexOf({ definition, answers, row }: CheckContext): string | null {
  const field = sexFieldOf(definition);
  const answer = field && ((row && answerOf(row, field.id)) ?? answerOf(answers, field.id));
  return typeof answer === 'string' && answer !== '' ? answer : null;
}
