import { SAME_PERSON } from '../../bangla/testing/names-in-both-scripts';
import type { Chance } from '../../shared/clock';
import { isRows } from '../answer-shape';
import type { Answer, AnswerRow, Answers, Field, ServiceDefinition } from '../definition';
import { isIsoDate, resolveDate } from '../iso-date';
import { digitsOf, oneOf, wholeBetween } from './chance';

/** As they stand on a form that was filled in with care: মোঃ, not মো:. */
const NAMES = SAME_PERSON.filter(([bangla]) => !bangla.includes(':'));
/** Codes of districts in which invented people are registered. */
const DISTRICTS = ['50', '26', '09', '94', '01', '39'];

/**
 * Generated answers made one person's: both names are the same name, numbers begin with the birth year and hold a district, who has
 * an NID is old enough, and parents are. `generateAnswers` alone fills each field for itself.
 */
export function lifelikeAnswers(
  definition: ServiceDefinition,
  answers: Answers,
  today: string,
  chance: Chance,
): Answers {
  const scope = (given: Readonly<Record<string, Answer | undefined>>): Record<string, Answer | undefined> => {
    const person: Record<string, Answer | undefined> = { ...given };
    const has = definition.fields.filter(({ id }) => typeof person[id] === 'string');
    for (const field of has)
      if (field.type === 'date') person[field.id] = dateFor(field, person, today, chance);
    for (const field of has) {
      if (field.type === 'nid' || field.type === 'brn') person[field.id] = numberFor(field, person, chance);
    }
    for (const { id, type } of has) {
      if (type !== 'textBn' || !id.endsWith('_bn')) continue;
      const [bangla, english] = oneOf(chance, NAMES);
      person[id] = bangla;
      for (const twin of [id.replace(/_bn$/, '_en'), id === 'name_bn' ? 'full_name' : ''])
        if (typeof person[twin] === 'string') person[twin] = english;
    }
    return person;
  };
  const rows = Object.entries(answers).map(([key, answer]) => [
    key,
    isRows(answer) ? answer.map((row) => scope(row) as AnswerRow) : answer,
  ]);
  return scope(Object.fromEntries(rows)) as Answers;
}

/** Grown up wherever the form takes it, so that a birth before every event and an NID are possible. */
function dateFor(
  field: Field,
  person: Readonly<Record<string, Answer | undefined>>,
  today: string,
  chance: Chance,
): string {
  const given = String(person[field.id]);
  if (!/dob$/.test(field.id) || !Object.keys(person).some((id) => /nid$|_date$|issue$/.test(id)))
    return given;
  const latest = resolveDate('today-40y', today) ?? today;
  return isIsoDate(given) && given > latest
    ? `${wholeBetween(chance, 1950, 1975)}${given.slice(4)}`.replace('-02-29', '-02-28')
    : given;
}

function numberFor(
  field: Field,
  person: Readonly<Record<string, Answer | undefined>>,
  chance: Chance,
): string {
  const given = String(person[field.id]);
  const own = String(person[field.id.replace(/(?:nid|brn)$/, 'dob')] ?? '');
  const isParent = /^(?:father|mother)_/.test(field.id);
  const year = isIsoDate(own) && !isParent ? own.slice(0, 4) : String(wholeBetween(chance, 1925, 1935));
  const rest = `${oneOf(chance, DISTRICTS)}1${digitsOf(chance, 10)}`;
  if (field.type === 'brn' || given.length === 17) return `${year}${rest}`;
  return given;
}
