import { isBlank, isTextList } from './answer-shape';
import type { Answer, Condition, Rule } from './definition';
import { isIsoDate, resolveDate } from './iso-date';

/** What a rule can see. `lookUp` gives undefined for a field that is hidden or unanswered; a repeated field seen from outside its row is the list of its cells. */
export interface RuleContext {
  /** ISO date in Dhaka. */
  readonly today: string;
  readonly lookUp: (field: string) => Answer | undefined;
}

/**
 * Whether a rule holds now. On an absent answer only `ne` and `present: false` hold. A list (several ticks, cells of rows) holds
 * `eq`, `in` and `contains` when any item does, and `ne` when none is equal. Comparison values may be `today-45d`.
 * `all` of nothing holds, `any` of nothing does not.
 */
export function ruleHolds(rule: Rule, context: RuleContext): boolean {
  if ('all' in rule) return rule.all.every((part) => ruleHolds(part, context));
  if ('any' in rule) return rule.any.some((part) => ruleHolds(part, context));
  return conditionHolds(rule, context);
}

export interface OpenRuleContext extends RuleContext {
  /** Whether a missing answer has to come. */
  readonly isOpen: (field: string) => boolean;
  /** Whether what was answered cannot be read: it has to become something else, and nobody knows what. */
  readonly isUnreadable: (field: string) => boolean;
}

/**
 * Like ruleHolds, but `undefined` where an answer that is still open or cannot be read would decide. For what is shown
 * before the form is filled in: papers and fees.
 */
export function decideRule(rule: Rule, context: OpenRuleContext): boolean | undefined {
  return decideBy(rule, (condition) => {
    if (context.isOpen(condition.field) && isBlank(context.lookUp(condition.field))) return undefined;
    if (condition.op !== 'present' && context.isUnreadable(condition.field)) return undefined;
    return conditionHolds(condition, context);
  });
}

/** A rule out of its conditions, each true, false or not known: `all` is false with one false part, `any` true with one true. */
export function decideBy(
  rule: Rule,
  decide: (condition: Condition) => boolean | undefined,
): boolean | undefined {
  if (!('all' in rule || 'any' in rule)) return decide(rule);
  const isAll = 'all' in rule;
  const parts = (isAll ? rule.all : rule.any).map((part) => decideBy(part, decide));
  if (parts.includes(!isAll)) return !isAll;
  return parts.includes(undefined) ? undefined : isAll;
}

/** Fields a rule looks at, virtual ones included. */
export function fieldsOfRule(rule: Rule): readonly string[] {
  if ('all' in rule) return rule.all.flatMap(fieldsOfRule);
  if ('any' in rule) return rule.any.flatMap(fieldsOfRule);
  return [rule.field];
}

function conditionHolds(condition: Condition, context: RuleContext): boolean {
  const answer = context.lookUp(condition.field);
  const { op, value } = condition;
  if (op === 'present') return !isBlank(answer) === (value !== false);
  const items = itemsOf(answer);
  switch (op) {
    case 'eq':
    case 'contains':
      return items.some((item) => isSame(item, value));
    case 'ne':
      return !items.some((item) => isSame(item, value));
    case 'in':
      return Array.isArray(value) && items.some((item) => value.some((one) => isSame(item, one)));
    case 'lt':
    case 'gte':
      return items.some((item) => compares(item, op, value, context.today));
  }
}

function itemsOf(answer: Answer | undefined): readonly (string | boolean)[] {
  if (answer === undefined || answer === '') return [];
  if (typeof answer === 'string' || typeof answer === 'boolean') return [answer];
  return isTextList(answer) ? answer.filter((item) => item !== '') : [];
}

function isSame(item: string | boolean, value: Condition['value']): boolean {
  return typeof item === typeof value ? item === value : String(item) === String(value);
}

function compares(
  item: string | boolean,
  op: 'lt' | 'gte',
  value: Condition['value'],
  today: string,
): boolean {
  const limit = typeof value === 'string' ? resolveDate(value, today) : null;
  if (limit !== null) {
    if (typeof item !== 'string' || !isIsoDate(item)) return false;
    return op === 'lt' ? item < limit : item >= limit;
  }
  const left = typeof item === 'string' && item.trim() !== '' ? Number(item) : Number.NaN;
  const right = Number(value);
  return op === 'lt' ? left < right : left >= right;
}
