import { describe, expect, it } from 'vitest';
import type { Answer, Field } from './definition';
import { field, form, OPTION_SETS, options, TODAY } from './testing/small-form';
import { validateField } from './validate';

/** First code found on one field, `~` before a warning, or `ok`. */
function verdict(
  one: Field,
  answer: Answer | undefined,
  others: readonly Field[] = [],
  answers: Record<string, Answer> = {},
): string {
  const definition = form([one, ...others]);
  const given = answer === undefined ? answers : { ...answers, [one.id]: answer };
  const { errors, warnings } = validateField({
    definition,
    optionSets: OPTION_SETS,
    answers: given,
    today: TODAY,
    fieldId: one.id,
  });
  return errors[0]?.code ?? (warnings[0] ? `~${warnings[0].code}` : 'ok');
}

type Case = readonly [answer: Answer | undefined, verdict: string];

function table(name: string, one: Field, cases: readonly Case[]): void {
  describe(name, () => {
    it.each(
      cases.map(([answer, expected]) => [JSON.stringify(answer) ?? 'nothing', expected, answer] as const),
    )('%s: %s', (_shown, expected, answer) => {
      expect(verdict(one, answer)).toBe(expected);
    });
  });
}

table('a name in Bangla', field('name', 'textBn', { required: true }), [
  [undefined, 'required'],
  ['', 'required'],
  ['  ', 'required'],
  ['\u200B', 'required'],
  ['রহিম', 'ok'],
  ['মা', 'ok'],
  ['মোঃ আব্দুল করিম', 'ok'],
  ['এ.বি.এম মোস্তফা', 'ok'],
  ['উ-মং (বাবু)', 'ok'],
  ['আ\u09DFশা বড়ুয়া', 'ok'],
  ['আ\u09AF\u09BCশা', 'ok'],
  ['\u09A2\u09BCালী গু\u09A1\u09BCিয়া', 'ok'],
  ['র\u200D\u09CDযাচেল', 'ok'],
  ['উদ্\u200Cগীরণ', 'ok'],
  ['ক'.repeat(200), 'ok'],
  ['আ', 'too-short'],
  ['ক'.repeat(251), 'too-long'],
  ['Rahim', 'bangla-only'],
  ['রহিম Uddin', 'bangla-only'],
  ['‡gvt iwng', 'bijoy-text'],
  ['রহিম ২', 'no-digits'],
  ['রহিম 2', 'no-digits'],
  ['রহিাম', '~double-vowel-sign'],
  ['ক\u09C7\u09BEন', 'ok'],
  [true, 'wrong-shape'],
  [['রহিম'], 'wrong-shape'],
]);

table('a name in English', field('name_en', 'textEn', { required: true }), [
  ['A', 'ok'],
  ['Md. Rahim Uddin', 'ok'],
  ["O'Brien", 'ok'],
  ['O’Brien', 'ok'],
  ['Fatema-Tuz-Zohra', 'ok'],
  ['Null', 'ok'],
  ['R'.repeat(200), 'ok'],
  ['রহিম', 'english-only'],
  ['.Rahim', 'english-only'],
  ['Rahim 2', 'no-digits'],
  ['Rahim ২', 'no-digits'],
  ['José', 'english-only'],
]);

it('a passport name takes no dots', () => {
  expect(verdict(field('n', 'textEn', { rules: { noDots: true, upper: true } }), 'Md. Rahim')).toBe(
    'no-dots',
  );
  expect(verdict(field('n', 'textEn', { rules: { noDots: true, upper: true } }), 'Md Rahim')).toBe('ok');
});

table('a national id', field('nid', 'nid'), [
  [undefined, 'ok'],
  ['1234567890', 'ok'],
  ['১২৩৪৫৬৭৮৯০', 'ok'],
  ['123 456 7৮৯০', 'ok'],
  ['1234567890123', 'ok'],
  ['19901234567890123', 'ok'],
  ['12345678901234567', '~id-year-range'],
  ['123456789', 'nid-length'],
  ['12345678901', 'nid-length'],
  ['12345O7890', 'digits-only'],
]);

table('a birth registration number', field('brn', 'brn'), [
  ['20100912166012345', 'ok'],
  ['২০১০০৯১২১৬৬০১২৩৪৫', 'ok'],
  ['2010-09-1-21-66-012345', 'ok'],
  ['1234567890123456', 'brn-legacy'],
  ['123456', 'brn-length'],
  ['20270912166012345', '~id-year-range'],
  ['abc', 'digits-only'],
]);

it('a number that begins with another year than the birth date is doubted, not refused', () => {
  const dob = field('dob', 'date');
  expect(verdict(field('brn', 'brn'), '20100912166012345', [dob], { dob: '2011-01-01' })).toBe(
    '~id-year-differs',
  );
  expect(verdict(field('brn', 'brn'), '20100912166012345', [dob], { dob: '০১/০১/২০১০' })).toBe('ok');
  expect(verdict(field('father_nid', 'nid'), '19701234567890123', [dob], { dob: '2011-01-01' })).toBe('ok');
});

table('a phone', field('phone', 'phone'), [
  ['01712345678', 'ok'],
  ['০১৭১২৩৪৫৬৭৮', 'ok'],
  ['+8801712345678', 'ok'],
  ['8801712-345678', 'ok'],
  ['008801712345678', 'ok'],
  ['+৮৮ ০১৩১২ ৩৪৫৬৭৮', 'ok'],
  ['0171234567', 'phone-length'],
  ['017123456789', 'phone-length'],
  ['01112345678', 'phone-prefix'],
  ['01212345678', 'phone-prefix'],
  ['+919812345678', 'phone-length'],
  ['phone', 'digits-only'],
]);

table('an e-mail', field('mail', 'email'), [
  ['karim@example.com', 'ok'],
  ['KARIM.১২@example.com.bd', 'ok'],
  ['karim@example', 'email-invalid'],
  ['karim example.com', 'email-invalid'],
  ['a@b@example.com', 'email-invalid'],
  ['karim..a@example.com', 'email-invalid'],
]);

table('a birth date', field('dob', 'date', { required: true, rules: { max: 'today' } }), [
  [undefined, 'required'],
  ['2020-02-29', 'ok'],
  ['২৯/০২/২০২০', 'ok'],
  ['1/3/1971', 'ok'],
  ['01031971', 'ok'],
  ['১-৩-1971', 'ok'],
  ['2026-11-22', 'ok'],
  ['2026-11-23', 'date-in-future'],
  ['29/02/1900', 'date-invalid'],
  ['31/04/2020', 'date-invalid'],
  ['12/03/71', 'date-invalid'],
  ['0000-01-01', 'date-invalid'],
  ['0198-01-01', 'date-too-early'],
  ['2020-01-01T00:00:00+14:00', 'date-invalid'],
]);

table('an expiry date', field('expiry', 'date', { rules: { min: 'today+90d' } }), [
  ['2027-02-20', 'ok'],
  ['2027-02-19', 'date-too-early'],
  ['9999-01-01', 'date-too-late'],
]);

it('death is not before birth', () => {
  const born = field('born', 'date');
  const died = field('died', 'date', { rules: { minField: 'born' } });
  expect(verdict(died, '2000-01-01', [born], { born: '2000-01-02' })).toBe('date-before-field');
  expect(verdict(died, '2000-01-02', [born], { born: '2000-01-02' })).toBe('ok');
  expect(verdict(died, '2000-01-02', [born], { born: 'later' })).toBe('ok');
  expect(
    verdict(field('born', 'date', { rules: { maxField: 'died' } }), '2001-01-01', [field('died', 'date')], {
      died: '2000-01-01',
    }),
  ).toBe('date-after-field');
});

table('an age of 16', field('dob', 'date', { rules: { minAge: 16 } }), [
  ['2010-11-22', 'ok'],
  ['2010-11-23', 'age-too-low'],
]);

it('the old-age allowance asks 65 of men and 62 of women, and the lower of the two of others', () => {
  const dob = field('dob', 'date', { rules: { minAgeBySex: { male: 65, female: 62 } } });
  const sex = field('sex', 'select', { optionSet: 'sex' });
  const of = (born: string, value?: string) =>
    verdict(dob, born, [sex], value === undefined ? {} : { sex: value });
  expect(of('1961-11-22', 'male')).toBe('ok');
  expect(of('1961-11-23', 'male')).toBe('age-too-low-for-sex');
  expect(of('1964-11-22', 'female')).toBe('ok');
  expect(of('1964-11-23', 'female')).toBe('age-too-low-for-sex');
  expect(of('1964-11-22', 'third')).toBe('ok');
  expect(of('2000-01-01')).toBe('ok');
});

table('a number', field('n', 'number', { rules: { min: 1, max: 20 } }), [
  ['1', 'ok'],
  ['২০', 'ok'],
  ['1.5', 'ok'],
  ['০৫', 'ok'],
  ['0', 'number-too-small'],
  ['-3', 'number-too-small'],
  ['21', 'number-too-large'],
  ['অনেক', 'number-invalid'],
  ['1e3', 'number-invalid'],
  ['1.2.3', 'number-invalid'],
  ['NaN', 'number-invalid'],
]);

table('land in decimals', field('n', 'number', { rules: { decimals: 4 } }), [
  ['0.0001', 'ok'],
  ['১২.৩৪৫৬', 'ok'],
  ['0.00001', 'number-decimals'],
  ['9'.repeat(30), 'number-too-large'],
]);

it('a whole number has no decimals', () => {
  expect(verdict(field('n', 'number', { rules: { decimals: 0 } }), '1.5')).toBe('number-not-whole');
  expect(verdict(field('n', 'number', { rules: { decimals: 0 } }), '১,২৩,৪৫৬')).toBe('ok');
});

it('a part is not more than its whole', () => {
  const whole = field('whole', 'number');
  expect(
    verdict(field('part', 'number', { rules: { maxField: 'whole' } }), '5', [whole], { whole: '৪' }),
  ).toBe('number-above-field');
  expect(
    verdict(field('part', 'number', { rules: { minField: 'whole' } }), '3', [whole], { whole: '৪' }),
  ).toBe('number-below-field');
  expect(
    verdict(field('part', 'number', { rules: { maxField: 'whole' } }), '4', [whole], { whole: '৪' }),
  ).toBe('ok');
});

table('an IMEI', field('imei', 'number', { rules: { pattern: '^[0-9]{15}$', luhn: true } }), [
  ['490154203237518', 'ok'],
  ['৪৯০১৫৪২০৩২৩৭৫১৮', 'ok'],
  ['010928003896107', 'ok'],
  ['490154203237519', 'check-digit'],
  ['49015420323751', 'pattern-mismatch'],
  ['49015420323751x', 'digits-only'],
]);

table('money', field('income', 'money', { rules: { max: 10000, soft: true } }), [
  ['৳ ৯,৯৯৯', 'ok'],
  ['১০,০০০/-', 'ok'],
  ['10000.50', '~number-too-large'],
  ['10.505', 'number-decimals'],
  ['ten', 'number-invalid'],
]);

table('a choice', field('sex', 'select', { required: true, optionSet: 'sex' }), [
  ['male', 'ok'],
  ['', 'required'],
  ['Male', 'not-an-option'],
  [true, 'wrong-shape'],
]);

table(
  'several choices',
  field('items', 'checkbox', {
    required: true,
    multiple: true,
    options: options('a', 'b'),
    rules: { minItems: 2 },
  }),
  [
    [[], 'required'],
    [['a', 'b'], 'ok'],
    [['a', 'a'], 'too-few-items'],
    [['a', 'c'], 'not-an-option'],
    ['a', 'wrong-shape'],
  ],
);

table('a box that must be ticked', field('consent', 'checkbox', { required: true }), [
  [undefined, 'not-ticked'],
  [false, 'not-ticked'],
  [true, 'ok'],
  ['true', 'wrong-shape'],
]);

table('a full address', field('home', 'address', { required: true }), [
  [undefined, 'required'],
  [{}, 'required'],
  [{ village: 'চর' }, 'required'],
  [{ division: '50', district: '10', upazila: '88', union: '11' }, 'ok'],
  [{ division: '50', district: '10', upazila: '88', ward: '১২', road: 'হাট রোড' }, 'ok'],
  [{ division: '50', district: '10', upazila: '88' }, 'address-too-vague'],
  [{ division: '50', district: '10', upazila: '88', ward: 'তিন' }, 'ward-invalid'],
  ['শেরপুর', 'wrong-shape'],
]);

table('a district', field('home', 'address', { levels: ['division', 'district'] }), [
  [undefined, 'ok'],
  [{ division: '50' }, 'required'],
  [{ division: '50', district: '10' }, 'ok'],
]);

table('an address for the post', field('home', 'address', { withPost: true }), [
  [{ division: '50', district: '10', upazila: '88', union: '11', postCode: '৫৮৪০' }, 'ok'],
  [{ division: '50', district: '10', upazila: '88', union: '11' }, '~post-code-missing'],
  [{ division: '50', district: '10', upazila: '88', union: '11', postCode: '840' }, 'post-code-invalid'],
]);

table('free text', field('story', 'text', { rules: { minLength: 5, maxLength: 12 } }), [
  ['হারিয়েছে', 'ok'],
  ["Robert'); --", 'ok'],
  ['👩‍🌾👩‍🌾', 'ok'],
  ['এক\nদুই', 'ok'],
  ['চার', 'too-short'],
  ['ক'.repeat(13), 'too-long'],
  ['হারি\u0000য়েছে', 'characters-not-allowed'],
  ['হারিয়ে\uD800', 'characters-not-allowed'],
]);

table('a plot number', field('dag', 'text', { rules: { pattern: '^[0-9]{1,6}(/[0-9]{1,6})?$' } }), [
  ['125/320', 'ok'],
  ['১২৫/৩২০', 'ok'],
  [' ১২৫ ', 'ok'],
  ['125-320', 'pattern-mismatch'],
  ['125/320x', 'pattern-mismatch'],
]);

it('soft limits warn and format faults still refuse', () => {
  expect(verdict(field('t', 'text', { rules: { minLength: 30, soft: true } }), 'short')).toBe('~too-short');
  expect(verdict(field('d', 'date', { rules: { max: 'today', soft: true } }), '2030-01-01')).toBe(
    '~date-in-future',
  );
  expect(verdict(field('d', 'date', { rules: { max: 'today', soft: true } }), 'soon')).toBe('date-invalid');
});

it('a field may be called what every object has', () => {
  expect(verdict(field('constructor', 'text'), undefined)).toBe('ok');
});
