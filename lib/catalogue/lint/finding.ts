/** What stands in the way of a service, or what a person should look at. */
export interface Finding {
  /** Place in the definition: `fields[3].showIf`. */
  readonly path: string;
  readonly rule: FindingRule;
  /** For whoever edits the file, plain English. */
  readonly reason: string;
}

/** Rules that refuse a catalogue. */
export const REFUSING = [
  'untranslated',
  'dead-condition',
  'unreachable-field',
  'unreachable-document',
  'option-label',
  'no-purpose',
] as const;

/** Rules that only tell. */
export const TELLING = ['long-sentence', 'long-label', 'condition-in-words'] as const;

export type FindingRule = (typeof REFUSING)[number] | (typeof TELLING)[number];

export const isRefusing = ({ rule }: Finding): boolean => (REFUSING as readonly string[]).includes(rule);
