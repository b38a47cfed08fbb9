import type { Chance } from '../../shared/clock';
import { isLuhnValid } from '../checks/luhn';
import type { Answer, Field, OptionSets } from '../definition';
import { resolveDate } from '../iso-date';
import { isMultiple, isTick, optionsOf } from '../options';
import { digitsOf, oneOf, wholeBetween } from './chance';
import { generateForPattern } from './generate-pattern';
import { BANGLA_NAMES, ENGLISH_NAMES, SENTENCES } from './invented-people';

export interface ValueContext {
  readonly optionSets: OptionSets;
  readonly chance: Chance;
  readonly today: string;
  /** A value already given to another field of the row or the form. */
  readonly other: (id: string) => Answer | undefined;
}

const DAY_MS = 86_400_000;

/** A right answer for a field that is neither an address nor a file. */
export function generateValue(field: Field, context: ValueContext): string | boolean | readonly string[] {
  const { chance, optionSets } = context;
  if (isTick(field)) return true;
  const options = optionsOf(field, optionSets).map(({ value }) => value);
  if (isMultiple(field)) {
    const some = options.filter(() => chance() < 0.4);
    const least = Math.max(1, field.rules?.minItems ?? 1);
    return some.length >= least ? some : options.slice(0, least);
  }
  switch (field.type) {
    case 'select':
    case 'radio':
      return oneOf(chance, options);
    case 'textBn':
      return oneOf(chance, BANGLA_NAMES);
    case 'textEn':
      return englishName(field, chance);
    case 'nid':
      return `${wholeBetween(chance, 1, 9)}${digitsOf(chance, 9)}`;
    case 'brn':
      return `${wholeBetween(chance, 1950, 2020)}${digitsOf(chance, 13)}`;
    case 'phone':
      return `+8801${wholeBetween(chance, 3, 9)}${digitsOf(chance, 8)}`;
    case 'email':
      return `karim${digitsOf(chance, 4)}@example.com`;
    case 'date':
      return dateFor(field, context);
    case 'number':
    case 'money':
      return numberFor(field, context);
    default:
      return textFor(field, chance);
  }
}

function englishName(field: Field, chance: Chance): string {
  const name = oneOf(chance, ENGLISH_NAMES);
  const dotless = field.rules?.noDots ? name.replace(/\./g, '') : name;
  return field.rules?.upper ? dotless.toUpperCase() : dotless;
}

function textFor(field: Field, chance: Chance): string {
  if (field.rules?.pattern) return generateForPattern(field.rules.pattern, chance);
  const { minLength = 0, maxLength = 1000 } = field.rules ?? {};
  let text = oneOf(chance, SENTENCES);
  while ([...text].length < minLength) text += ` ${oneOf(chance, SENTENCES)}`;
  return [...text].slice(0, maxLength).join('').trim();
}

function numberFor(field: Field, { chance, other }: ValueContext): string {
  const { pattern, luhn, min = 0, max, minField, maxField, decimals = 0 } = field.rules ?? {};
  if (pattern || luhn) return identifier(pattern ?? '[0-9]{15}', luhn === true, chance);
  const least = Math.max(Number(min), minField ? Number(other(minField) ?? 0) : 0);
  const most = Math.min(
    max === undefined ? least + 100 : Number(max),
    maxField ? Number(other(maxField) ?? 100) : Number.POSITIVE_INFINITY,
  );
  const scale = 10 ** decimals;
  const scaled = wholeBetween(chance, Math.ceil(least * scale), Math.floor(most * scale));
  return String(Number((scaled / scale).toFixed(decimals)));
}

function identifier(pattern: string, luhn: boolean, chance: Chance): string {
  const digits = generateForPattern(pattern, chance);
  if (!luhn) return digits;
  const candidates = Array.from({ length: 10 }, (_, last) => `${digits.slice(0, -1)}${last}`);
  return candidates.find(isLuhnValid) ?? digits;
}

function dateFor(field: Field, { chance, today, other }: ValueContext): string {
  const { min, max, minField, maxField, minAge = 0, minAgeBySex = {} } = field.rules ?? {};
  const age = Math.max(minAge, 0, ...Object.values(minAgeBySex));
  const isBirth = /dob|birth/.test(field.id);
  const limits = {
    least: latest([resolved(min, today), textOf(minField, other)]),
    most: earliest([
      resolved(max, today),
      textOf(maxField, other),
      age > 0 ? resolveDate(`today-${age}y`, today) : null,
    ]),
  };
  const most =
    limits.most ??
    (limits.least ? plusDays(limits.least, 3650) : isBirth ? resolveDate('today-18y', today) : today) ??
    today;
  const least = limits.least ?? plusDays(most, isBirth ? -10_000 : -2000);
  return plusDays(
    least,
    wholeBetween(chance, 0, Math.round((Date.parse(most) - Date.parse(least)) / DAY_MS)),
  );
}

function resolved(limit: number | string | undefined, today: string): string | null {
  return typeof limit === 'string' ? resolveDate(limit, today) : null;
}

function textOf(id: string | undefined, other: ValueContext['other']): string | null {
  const value = id === undefined ? undefined : other(id);
  return typeof value === 'string' ? value : null;
}

function latest(dates: readonly (string | null)[]): string | null {
  return (
    dates
      .filter((date) => date !== null)
      .sort()
      .at(-1) ?? null
  );
}

function earliest(dates: readonly (string | null)[]): string | null {
  return dates.filter((date) => date !== null).sort()[0] ?? null;
}

function plusDays(isoDate: string, days: number): string {
  return new Date(Date.parse(isoDate) + days * DAY_MS).toISOString().slice(0, 10);
}
