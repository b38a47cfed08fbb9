import { isStorableText } from '../../../contract/text-shapes';

/**
 * Whether PostgreSQL can keep a JSON value: no NUL and no half surrogate pair in any text. Neither can be typed; both
 * can be sent.
 */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}
