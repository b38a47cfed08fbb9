import { looksLikeBijoy } from '../../bangla/bijoy';
import type { Check } from './check';
import { checkPattern } from './pattern';
import { checkLength } from './text';

/** Bangla letters and marks, space, dot, hyphen, brackets, ZWJ (services.json, validation_rules.textBn), after NFC. */
const BANGLA =
  /^[\u0981-\u0983\u0985-\u098C\u098F\u0990\u0993-\u09A8\u09AA-\u09B0\u09B2\u09B6-\u09B9\u09BC-\u09C4\u09C7\u09C8\u09CB-\u09CE\u09D7 .\-()\u200D]+$/;
const VISIBLE_HASANTA = /\u09CD\u200C/g;
const TWO_VOWEL_SIGNS = /[\u09BE-\u09C4\u09C7\u09C8\u09CB\u09CC]{2}/;
const MAX_NAME = 250;

/** A name in Bangla. One word is enough, a dot is fine (এ.বি.এম), no digits. Two vowel signs together are only warned of. */
export const checkTextBn: Check<string> = (field, text) => {
  if (/\d|[০-৯]/.test(text)) return [{ code: 'no-digits' }];
  if (!BANGLA.test(text.replace(VISIBLE_HASANTA, '\u09CD'))) {
    return [{ code: looksLikeBijoy(text) ? 'bijoy-text' : 'bangla-only' }];
  }
  const length = checkLength(field, text, 2, MAX_NAME);
  if (length.length > 0) return length;
  return TWO_VOWEL_SIGNS.test(text) ? [{ code: 'double-vowel-sign', soft: true }] : checkPattern(field, text);
};
