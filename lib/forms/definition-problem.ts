/**
 * Every reason a definition is refused. Written for whoever edits it: `path` is where (`fields[3].showIf.field`).
 *
 * | reason | values |
 * |---|---|
 * | schema | message (of the parser) |
 * | duplicate-id | id |
 * | unknown-field, unknown-section, unknown-option-set, unknown-option | id |
 * | empty-section | id |
 * | options-missing, options-unexpected, not-repeatable, age-without-source, age-source-not-date, bad-comparison | – |
 * | bad-pattern | message |
 * | cycle | fields (a>b>a) |
 * | one-of-alone | key |
 * | reserved-id | id |
 */
export const DEFINITION_REASONS = [
  'schema',
  'duplicate-id',
  'reserved-id',
  'unknown-field',
  'unknown-section',
  'unknown-option-set',
  'unknown-option',
  'empty-section',
  'options-missing',
  'options-unexpected',
  'not-repeatable',
  'bad-pattern',
  'bad-comparison',
  'cycle',
  'one-of-alone',
  'age-without-source',
  'age-source-not-date',
] as const;

export type DefinitionReason = (typeof DEFINITION_REASONS)[number];

export interface DefinitionProblem {
  readonly path: string;
  readonly reason: DefinitionReason;
  readonly values: Readonly<Record<string, string | number>>;
}
