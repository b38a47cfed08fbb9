import { isTextList } from '../../forms/answer-shape';
import { fieldsOfRule } from '../../forms/conditions';
import { rulesOf } from '../../forms/cross-references';
import type {
  Answer,
  Answers,
  Condition,
  Field,
  OptionSets,
  Rule,
  ServiceDefinition,
} from '../../forms/definition';
import { resolveDate } from '../../forms/iso-date';
import { isMultiple, isTick, optionsOf } from '../../forms/options';
import { isVirtualField } from '../../forms/virtual-fields';
import { createFormView, type FormView } from '../../forms/visibility';

/** More states than this are not looked at: nothing is said of the rule then, which is better than something wrong. */
const MOST_STATES = 6_000;

/**
 * Every way in which the fields a rule hangs on, directly or through what shows them, can be answered: each option, numbers and dates
 * on both sides of every limit a rule names, left empty where that is allowed. A field that stands in a row is taken as asked once.
 * null when there are too many.
 * @param today ISO date
 */
export function formStates(
  definition: ServiceDefinition,
  optionSets: OptionSets,
  { fieldIds, today }: { readonly fieldIds: readonly string[]; readonly today: string },
): readonly FormView[] | null {
  const fields = closureOf(definition, fieldIds).map(askedOnce);
  const conditions = rulesOf(definition).flatMap(({ rule }) => conditionsOf(rule));
  let states: readonly Answers[] = [{}];
  for (const field of fields) {
    const values = valuesOf(field, { definition, optionSets, conditions, today });
    if (states.length * values.length > MOST_STATES) return null;
    states = states.flatMap((state) =>
      values.map((value) => (value === undefined ? state : { ...state, [field.id]: value })),
    );
  }
  const small = { ...definition, fields };
  return states
    .map((answers) => createFormView(small, answers, today))
    .filter((view) => fields.every((field) => isFilled(view, field)));
}

/** Only what can be submitted counts: what is asked and required is answered. */
function isFilled(view: FormView, field: Field): boolean {
  const answer = view.answers[field.id];
  const isEmpty = answer === undefined || (answer === false && isTick(field));
  return !isEmpty || !field.required || !view.isVisible(field);
}

function askedOnce({ repeat: _, repeatPer: __, ...field }: Field): Field {
  return field;
}

/** The fields named and every field that decides whether they are shown, in form order. */
function closureOf({ fields, ageFrom }: ServiceDefinition, ids: readonly string[]): readonly Field[] {
  const found = new Set<string>();
  const queue = [...ids];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const real = isVirtualField(id) ? ageFrom : id;
    const field = fields.find((one) => one.id === real);
    if (!field || found.has(field.id)) continue;
    found.add(field.id);
    queue.push(...(field.showIf ? fieldsOfRule(field.showIf) : []));
  }
  return fields.filter(({ id }) => found.has(id));
}

interface Around {
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  readonly conditions: readonly Condition[];
  readonly today: string;
}

/** `undefined` is left empty. */
function valuesOf(field: Field, around: Around): readonly (Answer | undefined)[] {
  const asked = around.conditions.filter((one) => one.field === field.id);
  const options = optionsOf(field, around.optionSets).map(({ value }) => value);
  if (options.length > 0) {
    const named = asked.flatMap(({ value }) => (isTextList(value) ? value : [String(value)]));
    const other = options.filter((option) => !named.includes(option)).slice(0, 1);
    const worth = options.filter((option) => named.includes(option)).concat(other);
    if (!isMultiple(field)) return [undefined, ...worth];
    return [undefined, ...subsetsOf(worth)];
  }
  if (isTick(field)) return [undefined, true, false];
  if (field.type === 'date') return [undefined, ...datesOf(field, asked, around)];
  if (field.type === 'number' || field.type === 'money') return [undefined, ...numbersOf(field, asked)];
  const texts = asked.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return [undefined, 'যেকোনো', ...texts];
}

function numbersOf({ rules }: Field, asked: readonly Condition[]): readonly string[] {
  const limits = [
    ...asked.map(({ value }) => Number(value)),
    Number(rules?.min ?? 0),
    Number(rules?.max ?? 1e6),
  ];
  const near = limits.filter(Number.isFinite).flatMap((limit) => [limit - 1, limit, limit + 1]);
  const [least, most] = [Number(rules?.min ?? -1e9), Number(rules?.max ?? 1e9)];
  return [...new Set(near)].filter((n) => n >= least && n <= most).map(String);
}

/** On both sides of each limit that is named for the date itself, or for the age that is counted from it. */
function datesOf(
  { id, rules }: Field,
  asked: readonly Condition[],
  { definition, conditions, today }: Around,
): readonly string[] {
  const daysFrom = (day: string, days: number) =>
    resolveDate(`today${days < 0 ? '-' : '+'}${Math.abs(days)}d`, day);
  const ages = definition.ageFrom === id ? conditions.filter((one) => isVirtualField(one.field)) : [];
  const born = ages.flatMap(({ field, value }) =>
    isTextList(value) ? [] : [resolveDate(`today-${Number(value)}${field === 'age' ? 'y' : 'd'}`, today)],
  );
  const limits = [...asked.map(({ value }) => value), rules?.min, rules?.max, 'today'];
  const named = limits.map((limit) => (typeof limit === 'string' ? resolveDate(limit, today) : null));
  const near = [...born, ...named].flatMap((day) =>
    day === null ? [] : [-400, -1, 0, 1, 400].map((more) => daysFrom(day, more)),
  );
  const [least, most] = [rules?.min, rules?.max].map((limit) =>
    typeof limit === 'string' ? resolveDate(limit, today) : null,
  );
  const old = [-9_000, -25_000].map((days) => daysFrom(today, days));
  return [...new Set([...near, ...old])].filter(
    (day) => day !== null && (!least || day >= least) && (!most || day <= most),
  ) as readonly string[];
}

/** Every choice of a few options; of many, each alone, each two and all. */
function subsetsOf(options: readonly string[]): readonly (readonly string[])[] {
  if (options.length > 4) {
    const pairs = options.flatMap((one, at) => options.slice(at + 1).map((other) => [one, other]));
    return [...options.map((one) => [one]), ...pairs, options];
  }
  const all: string[][] = [[]];
  for (const option of options) all.push(...all.map((set) => [...set, option]));
  return all.filter((set) => set.length > 0);
}

export function conditionsOf(rule: Rule): readonly Condition[] {
  if ('all' in rule) return rule.all.flatMap(conditionsOf);
  if ('any' in rule) return rule.any.flatMap(conditionsOf);
  return [rule];
}
