import { toAsciiDigits } from './digits';
import { normaliseText } from './normalise';

const SAME_SOUND: Readonly<Record<string, string>> = {
  'ী': 'ি',
  ঈ: 'ই',
  'ূ': 'ু',
  ঊ: 'উ',
  ণ: 'ন',
  ষ: 'স',
  শ: 'স',
  য: 'জ',
  ঙ: 'ং',
};
const FOLDED = new RegExp(`[${Object.keys(SAME_SOUND).join('')}]`, 'g');
const DROPPED = /\u09BC|\u200C|\u200D|[\s\p{Pd}]/gu;

/**
 * Key under which spellings of one Bangla name meet: ি/ী, ু/ূ, ই/ঈ, উ/ঊ, ণ/ন, শ/ষ/স, জ/য, ং/ঙ are one; nukta,
 * joiners, spaces and hyphens are dropped; Latin is lower case; digits are ASCII. For search only, never stored as a name.
 */
export function foldForSearch(text: string): string {
  return toAsciiDigits(normaliseText(text))
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(FOLDED, (letter) => SAME_SOUND[letter] ?? letter);
}
