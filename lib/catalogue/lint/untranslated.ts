import type { ServiceDefinition } from '../../forms/definition';
import type { LocalText } from '../../shared/locale';
import type { Finding } from './finding';
import { textsOf } from './texts';

const BANGLA_LETTER = /[\u0985-\u09B9\u09DC-\u09DF]/;
const BANGLA = /[\u0980-\u09FF]/;
/** Words that are the same in every language: BGMEA, PDF, A+, B1, IELTS. */
const NAME_FOR_ALL = /^[A-Z0-9][A-Za-z0-9]*[A-Z0-9+][A-Za-z0-9+]*$|^[A-Z0-9]{1,3}[+-]?$/;
const PLACEHOLDER = /\b(TODO|TBD|FIXME|XXX)\b|\?\?\?|lorem ipsum/i;

/** Texts that one of the two languages lacks. */
export function untranslated(definition: ServiceDefinition): readonly Finding[] {
  return textsOf(definition).flatMap(({ path, text }): readonly Finding[] =>
    faultsOf(text).map((reason) => ({ path, rule: 'untranslated', reason })),
  );
}

function faultsOf({ bn, en }: LocalText): readonly string[] {
  const faults: string[] = [];
  if (bn.trim() === '' || en.trim() === '') faults.push('one language is empty');
  if (PLACEHOLDER.test(bn) || PLACEHOLDER.test(en)) faults.push('a placeholder was left in');
  if (BANGLA.test(en)) faults.push(`the English has Bangla letters: ${en}`);
  const words = bn.split(/[\s/(),.;:·–-]+/).filter((word) => /[A-Za-z]/.test(word));
  if (!BANGLA_LETTER.test(bn) && words.some((word) => !NAME_FOR_ALL.test(word)))
    faults.push(`the Bangla has no Bangla letters: ${bn}`);
  return faults;
}
