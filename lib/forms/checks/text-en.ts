import type { Check } from './check';
import { checkPattern } from './pattern';
import { checkLength } from './text';

const ENGLISH = /^[A-Za-z][A-Za-z .'-]*$/;
const MAX_NAME = 250;

/** A name in Latin letters with space, dot, hyphen, apostrophe; one letter is a name. `noDots` (passport): MD, not MD. */
export const checkTextEn: Check<string> = (field, text) => {
  if (/\d/.test(text)) return [{ code: 'no-digits' }];
  if (!ENGLISH.test(text)) return [{ code: 'english-only' }];
  if (field.rules?.noDots && text.includes('.')) return [{ code: 'no-dots' }];
  const length = checkLength(field, text, 1, MAX_NAME);
  return length.length > 0 ? length : checkPattern(field, text);
};
