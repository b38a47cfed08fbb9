import { ageOn } from '../age';
import type { Field } from '../definition';
import { isIsoDate } from '../iso-date';
import { DISTRICT_CODES } from './district-codes';
import type { FieldHint, HintKnowledge } from './hint';
import type { HintScope } from './hint-scope';

/** Somebody gets a national id from sixteen on (services.json, validation_rules.nid). */
const YOUNGEST_WITH_NID = 16;

/** What the digits of an NID, a birth registration number or a mobile number say beside the other answers. */
export function numberHints(scope: HintScope, field: Field, knows: HintKnowledge): readonly FieldHint[] {
  const digits = scope.text(field.id);
  if (field.type === 'phone') return phoneHints(scope, field, digits);
  if ((field.type !== 'nid' && field.type !== 'brn') || !/^\d+$/.test(digits)) return [];
  return field.type === 'nid' ? nidHints(scope, field, digits) : brnHints(scope, field, digits, knows);
}

function phoneHints(scope: HintScope, field: Field, typed: string): readonly FieldHint[] {
  if (!/^1[3-9]\d{8}$/.test(typed)) return [];
  return [hint(scope, field, { code: 'phone-zero', values: { text: typed }, offer: `0${typed}` })];
}

function nidHints(scope: HintScope, field: Field, digits: string): readonly FieldHint[] {
  const birth = birthBeside(scope, field);
  const about = birth === null ? [] : [scope.pointer(birth.id)];
  if (![10, 13, 17].includes(digits.length)) return [];
  if (birth !== null) {
    const age = ageOn(birth.date, scope.today);
    if (age >= 0 && age < YOUNGEST_WITH_NID)
      return [hint(scope, field, { code: 'nid-too-young', values: { age }, about })];
  }
  if (digits.length === 10) return [];
  const code = digits.slice(-13, -11);
  if (!DISTRICT_CODES.has(code)) return [hint(scope, field, { code: 'id-no-district', values: { code } })];
  if (digits.length === 17 || birth === null) return [];
  const year = birth.date.slice(0, 4);
  return [
    hint(scope, field, {
      code: 'nid-with-year',
      values: { year: Number(year) },
      offer: `${year}${digits}`,
      about,
    }),
  ];
}

/** Year (4), district (2), and so on; who was registered elsewhere than born is common, so one place of the form is enough. */
function brnHints(
  scope: HintScope,
  field: Field,
  digits: string,
  knows: HintKnowledge,
): readonly FieldHint[] {
  if (digits.length !== 17) return [];
  const code = digits.slice(4, 6);
  if (!DISTRICT_CODES.has(code)) return [hint(scope, field, { code: 'id-no-district', values: { code } })];
  const birthplace = scope.fields.find(({ id, type }) => type === 'address' && BIRTHPLACE.test(id));
  if (field.id !== 'brn' || birthplace === undefined) return [];
  const places = scope.fields
    .filter(({ type }) => type === 'address')
    .flatMap(({ id }) => {
      const district = scope.address(id)?.district;
      return district ? [knows.districtCode(district)] : [];
    });
  const isKnown = scope.address(birthplace.id)?.district !== undefined && !places.includes(undefined);
  if (!isKnown || places.includes(code)) return [];
  return [
    hint(scope, field, {
      code: 'brn-elsewhere',
      values: { code, field: birthplace.id },
      about: scope.fields.filter(({ type }) => type === 'address').map(({ id }) => scope.pointer(id)),
    }),
  ];
}

const BIRTHPLACE = /^birth_?(?:place|district)/;

/** The birth date of the same person, asked in the same part of the form: `x_dob` beside `x_nid`. */
function birthBeside(scope: HintScope, field: Field): { readonly id: string; readonly date: string } | null {
  const id = field.id.replace(/(?:nid|brn)$/, 'dob');
  const date = scope.text(id);
  const isNear = id !== field.id && scope.field(id)?.section === field.section;
  return isNear && isIsoDate(date) ? { id, date } : null;
}

function hint(
  scope: HintScope,
  field: Field,
  found: Pick<FieldHint, 'code' | 'values' | 'offer'> & { readonly about?: readonly string[] },
): FieldHint {
  return { fieldId: field.id, pointer: scope.pointer(field.id), ...found, about: found.about ?? [] };
}
