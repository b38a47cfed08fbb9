import type { Field } from '../definition';
import type { Finding } from '../field-error';

const compiled = new WeakMap<Field, RegExp>();

function wholeMatch(field: Field, pattern: string): RegExp {
  const known = compiled.get(field) ?? new RegExp(`^(?:${pattern})$`, 'u');
  compiled.set(field, known);
  return known;
}

/** `rules.pattern`: the whole answer must match. */
export function checkPattern(field: Field, text: string): readonly Finding[] {
  const pattern = field.rules?.pattern;
  if (pattern === undefined || wholeMatch(field, pattern).test(text)) return [];
  return [{ code: 'pattern-mismatch', soft: field.rules?.soft ?? false }];
}
