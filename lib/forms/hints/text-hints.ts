import { offerUnicode } from '../../bangla/offer-unicode';
import { namesDiffer } from '../../bangla/same-name';
import { suggestVisarga } from '../../bangla/visarga';
import type { Field } from '../definition';
import type { FieldHint } from './hint';
import type { HintScope } from './hint-scope';

/** Bijoy text and `মো:` in the field itself. Free text may hold Bijoy too; a text with a pattern is a number of some paper. */
export function textHints(scope: HintScope, field: Field): readonly FieldHint[] {
  const isFree = field.type === 'text' && field.rules?.pattern === undefined;
  if (field.type !== 'textBn' && !isFree) return [];
  const text = scope.text(field.id);
  if (text === '') return [];
  const place = { fieldId: field.id, pointer: scope.pointer(field.id), values: { text }, about: [] };
  const unicode = offerUnicode(text);
  if (unicode !== null) {
    return [{ ...place, code: 'bijoy-text', offer: suggestVisarga(unicode) ?? unicode }];
  }
  const visarga = field.type === 'textBn' ? suggestVisarga(text) : null;
  return visarga === null ? [] : [{ ...place, code: 'title-colon', offer: visarga }];
}

/** Whoever is named twice: Bangla field, English field. Shops and offices are translated, not spelt, so they are left out. */
export function nameHints(scope: HintScope): readonly FieldHint[] {
  return namePairs(scope).flatMap(({ bangla, english }): readonly FieldHint[] => {
    const inBangla = joined(scope, bangla);
    const inEnglish = joined(scope, english);
    const last = lastOf(scope, [...bangla, ...english]);
    if (last === undefined || inBangla === '' || inEnglish === '' || !namesDiffer(inBangla, inEnglish))
      return [];
    return [
      {
        fieldId: last,
        pointer: scope.pointer(last),
        code: 'names-differ',
        values: { bangla: inBangla, english: inEnglish },
        about: [...bangla, ...english].filter((id) => id !== last).map(scope.pointer),
      },
    ];
  });
}

interface NamePair {
  readonly bangla: readonly string[];
  readonly english: readonly string[];
}

const NO_PERSON = /business|shop|firm|company|institut|school|college|office|place|village|road|product/;

/**
 * `x_bn` and `x_en` beside each other; a name asked in two parts is one name (`name_first_bn`, `name_last_bn`), for people part
 * it where they like; `full_name` in English is that of `name_bn`.
 */
function namePairs(scope: HintScope): readonly NamePair[] {
  const pairs = new Map<string, { bangla: string[]; english: string[] }>();
  for (const { id, type } of scope.fields) {
    if ((type !== 'textBn' && type !== 'textEn') || NO_PERSON.test(id)) continue;
    const stem = stemOf(id, type);
    if (stem === null) continue;
    const pair = pairs.get(stem) ?? { bangla: [], english: [] };
    pairs.set(stem, pair);
    (type === 'textBn' ? pair.bangla : pair.english).push(id);
  }
  return [...pairs.values()].filter(({ bangla, english }) => bangla.length > 0 && english.length > 0);
}

function stemOf(id: string, type: 'textBn' | 'textEn'): string | null {
  if (type === 'textEn' && id === 'full_name') return 'name';
  const ending = type === 'textBn' ? '_bn' : '_en';
  return id.endsWith(ending) ? id.slice(0, -3).replace(/_(?:first|middle|last)$/, '') : null;
}

/** The one that stands lowest in the form: there the person is when both names are known. */
function lastOf(scope: HintScope, ids: readonly string[]): string | undefined {
  return scope.fields.filter(({ id }) => ids.includes(id)).at(-1)?.id;
}

function joined(scope: HintScope, ids: readonly string[]): string {
  return ids
    .map((id) => scope.text(id))
    .filter((part) => part !== '')
    .join(' ');
}
