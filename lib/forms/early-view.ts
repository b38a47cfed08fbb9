import { isBlank } from './answer-shape';
import { decideBy, ruleHolds } from './conditions';
import type { Answer, Condition, Field, Rule, ServiceDefinition } from './definition';
import { fieldsByIdOf } from './definition-shape';
import { isIsoDate } from './iso-date';
import { normaliseNumber } from './normalise-number';
import { isMultiple, isTick } from './options';
import { groupKeyOf } from './row-groups';
import { isVirtualField, virtualValue } from './virtual-fields';

/**
 * What a person said before there is a form, by field id. Absent = not said yet; blank (`''`, `[]`, `false`) = there is none.
 * Of a field in rows: the values of all rows. Of a field that is asked only whether there is one (`yes-no`): true.
 */
export type EarlyAnswers = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** How a field is asked in a few words: never a name, a number of an identity or a file. */
export type Asking = 'one-of' | 'any-of' | 'yes-no' | 'date' | 'number';

/** What can be said of a form by few answers. Unlike in a FormView, what is not said is not known, optional or not. */
export interface EarlyView {
  readonly definition: ServiceDefinition;
  /** ISO date in Dhaka. */
  readonly today: string;
  /** Undefined where an answer that is not said would decide. */
  decide(rule: Rule): boolean | undefined;
  /** Whether the form would ask this field. */
  isShown(field: Field): boolean | undefined;
  /** Fields whose answers can help to decide a rule that is not decided; none of a rule that is. */
  openFields(rule: Rule): readonly Field[];
  /** What was said of a field the form would ask, normalised; undefined when not said, blank, or it cannot be read. */
  answerTo(field: Field): Answer | undefined;
  /** What is wrong with what was said: then it counts as not known. */
  problemOf(field: Field): EarlyProblem | null;
}

export type EarlyProblem = 'date-invalid' | 'date-in-future' | 'number-invalid';

export function askingOf(field: Field): Asking {
  const isAlone = groupKeyOf(field) === null;
  if (isMultiple(field)) return 'any-of';
  if (field.type === 'select' || field.type === 'radio') return isAlone ? 'one-of' : 'any-of';
  if (isAlone && field.type === 'date') return 'date';
  return isAlone && (field.type === 'number' || field.type === 'money') ? 'number' : 'yes-no';
}

/** @param today ISO date in Dhaka */
export function createEarlyView(definition: ServiceDefinition, said: EarlyAnswers, today: string): EarlyView {
  const fieldsById = fieldsByIdOf(definition);
  const known = new Map<Field, boolean | undefined>();

  function isShown(field: Field): boolean | undefined {
    if (known.has(field)) return known.get(field);
    // Assumed while deciding: a definition with a cycle is refused at load, and must not hang here all the same.
    known.set(field, undefined);
    const rules = showingOf(field);
    const parts = rules.map((rule) => (rule === null ? undefined : decide(rule)));
    const shown = parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
    known.set(field, shown);
    return shown;
  }

  /** What has to hold for a field to be asked; null = a rule that every row decides for itself. */
  function showingOf(field: Field): readonly (Rule | null)[] {
    const per = field.repeatPer === undefined ? undefined : fieldsById.get(field.repeatPer);
    const own = field.showIf ? [groupKeyOf(field) === null ? field.showIf : null] : [];
    return per ? [...showingOf(per), ...own] : own;
  }

  function decide(rule: Rule): boolean | undefined {
    return decideBy(rule, decideCondition);
  }

  function decideCondition(condition: Condition): boolean | undefined {
    const field = fieldOf(condition.field);
    const shown = field ? isShown(field) : false;
    if (!field || shown === false) return ruleHolds(condition, { today, lookUp: () => undefined });
    if (shown === undefined) return undefined;
    const isPresence = condition.op === 'present';
    // The form does not let go of a person who leaves it out.
    if (isPresence && field.required && !isTick(field)) return condition.value !== false;
    if (said[field.id] === undefined || (!isPresence && !isReadable(field))) return undefined;
    return ruleHolds(condition, { today, lookUp: () => valueFor(condition.field, field) });
  }

  function valueFor(id: string, field: Field): Answer | undefined {
    const answer = answerOf(field);
    if (!isVirtualField(id) || fieldsById.has(id)) return answer;
    return typeof answer === 'string' ? virtualValue(id, answer, today) : undefined;
  }

  function fieldOf(id: string): Field | undefined {
    return fieldsById.get(id) ?? (isVirtualField(id) ? fieldsById.get(definition.ageFrom ?? '') : undefined);
  }

  /** A blank is said: there is none. */
  function answerOf(field: Field): Answer | undefined {
    const answer = said[field.id];
    if (answer === undefined || isBlank(answer)) return undefined;
    return askingOf(field) === 'number' && typeof answer === 'string'
      ? normaliseNumber(answer, false)
      : answer;
  }

  function problemOf(field: Field): EarlyProblem | null {
    const answer = answerOf(field);
    const asking = askingOf(field);
    if (answer === undefined || (asking !== 'date' && asking !== 'number')) return null;
    const text = String(answer);
    if (asking === 'number') return Number.isFinite(Number(text)) ? null : 'number-invalid';
    if (!isIsoDate(text)) return 'date-invalid';
    return field.rules?.max === 'today' && text > today ? 'date-in-future' : null;
  }

  function isReadable(field: Field): boolean {
    const isPresenceOnly = askingOf(field) === 'yes-no' && !isTick(field);
    return problemOf(field) === null && (!isPresenceOnly || answerOf(field) === undefined);
  }

  function openFields(rule: Rule, behind: readonly Field[] = []): readonly Field[] {
    if (decide(rule) !== undefined) return [];
    if ('all' in rule) return rule.all.flatMap((part) => openFields(part, behind));
    if ('any' in rule) return rule.any.flatMap((part) => openFields(part, behind));
    const field = fieldOf(rule.field);
    if (!field || behind.includes(field)) return [];
    if (isShown(field) === undefined)
      return showingOf(field).flatMap((one) => (one === null ? [] : openFields(one, [...behind, field])));
    return canBeSaid(field, rule) ? [field] : [];
  }

  return {
    definition,
    today,
    decide,
    isShown,
    openFields: (rule) => openFields(rule),
    problemOf,
    answerTo: (field) => (isShown(field) === true && isReadable(field) ? answerOf(field) : undefined),
  };
}

/** Whether asking this field in a few words can decide this condition. */
function canBeSaid(field: Field, { op }: Condition): boolean {
  if (field.readonly) return false;
  if (askingOf(field) !== 'yes-no') return true;
  return isTick(field) ? groupKeyOf(field) === null : op === 'present';
}
