import type { Answer, Answers, Field } from '../../forms/definition';

/** What the rule of a field says of whether it is answered. The numbers are part of the protocol. */
export const GUESS = { noRule: 0, unknown: 1, holds: 2, fails: 3 } as const;
export type Guess = (typeof GUESS)[keyof typeof GUESS];

/** A rule that is one comparison of a field with one value: its field, `eq` or `ne`, and the value as text. */
export function guessRule({ showIf }: Field): readonly [string, 'eq' | 'ne', string] | undefined {
  if (!showIf || !('op' in showIf)) return undefined;
  const { field, op, value } = showIf;
  return (op === 'eq' || op === 'ne') && !Array.isArray(value) ? [field, op, String(value)] : undefined;
}

/** Looks only at answers already coded, so that reader and writer guess alike. */
export function guessOf(field: Field, answers: Answers, row: Answers | undefined): Guess {
  if (!field.showIf) return GUESS.noRule;
  const rule = guessRule(field);
  if (!rule) return GUESS.unknown;
  const [id, op, value] = rule;
  const answer = own(row, id) ?? own(answers, id);
  if (answer !== undefined && typeof answer === 'object') return GUESS.unknown;
  const isSame = answer !== undefined && String(answer) === value;
  return isSame === (op === 'eq') ? GUESS.holds : GUESS.fails;
}

const own = (answers: Answers | undefined, id: string): Answer | undefined =>
  answers !== undefined && Object.hasOwn(answers, id) ? answers[id] : undefined;
