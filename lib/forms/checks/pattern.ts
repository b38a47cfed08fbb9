import type { Field } from '../definition';
import type { Finding } from '../field-error';

/** `rules.pattern`: the whole answer must match. */
export function checkPattern(field: Field, text: string): readonly Finding[] {
  const pattern = field.rules?.pattern;
  if (pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(text)) return [];
  return [{ code: 'pattern-mismatch', soft: field.rules?.soft ?? false }];
}
