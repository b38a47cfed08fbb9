import { describe, expect, test } from 'vitest';
import type { Answers, ServiceDefinition } from '../forms/definition';
import { documentNeeds } from '../forms/documents';
import { feeFor } from '../forms/fee';
import { createFormView } from '../forms/visibility';
import type { LocalText } from '../shared/locale';
import { loadCatalogue } from './load-catalogue';

const { services, agencies, optionSets } = loadCatalogue();
const today = '2026-11-22';

function service(id: string): ServiceDefinition {
  const found = services.find((one) => one.id === id);
  if (!found) throw new Error(`no service ${id}`);
  return found;
}

/** Every text a person can see, with its place. */
function textsIn(value: unknown, path = ''): readonly (readonly [string, LocalText])[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('bn' in value && 'en' in value) return [[path, value as LocalText]];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}/${key}`));
}

describe.each(services.map((one) => [one.id, one] as const))('%s', (_, definition) => {
  test('every text is there in both languages, in one spelling, with the digits of its language', () => {
    for (const [path, { bn, en }] of textsIn(definition)) {
      expect(bn, path).not.toMatch(/[0-9]/);
      expect(bn, path).toMatch(/[\u0980-\u09FF]/);
      expect(en, path).not.toMatch(/[\u0980-\u09FF]/);
      expect(bn, path).toBe(bn.normalize('NFC').trim());
      expect(en, path).toBe(en.trim());
      expect(`${bn}${en}`, path).not.toMatch(/ {2}|\.\.|।।/);
    }
  });

  test('nothing is marked confirmed, and every fact has its source', () => {
    expect(definition.confirmed).toBe(false);
    expect(definition.sources.length).toBeGreaterThan(0);
    expect(definition.notes[0]).toMatch(/^Form basis: /);
  });

  test('it can be found by at least six other words', () => {
    expect(new Set(definition.keywords).size).toBeGreaterThanOrEqual(6);
    expect(definition.keywords.length).toBe(new Set(definition.keywords).size);
  });

  test('consent is asked by the app, not by the form; the form ends with declaration and signature', () => {
    expect(definition.fields.map(({ id }) => id)).not.toContain('consent_data');
    expect(definition.fields.slice(-2).map(({ type }) => type)).toEqual(['declaration', 'signature']);
  });

  test('fields stand together section by section, in the order of the sections', () => {
    const order = definition.fields.map(({ section }) =>
      definition.sections.findIndex(({ id }) => id === section),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('a field of names can be shown in lists', () => {
    expect(definition.nameFields.length).toBeGreaterThan(0);
  });
});

test('agencies and options have every text in both languages', () => {
  for (const [path, { bn, en }] of [...textsIn(agencies), ...textsIn(optionSets)]) {
    expect(bn, path).toMatch(/[\u0980-\u09FF]/);
    expect(bn, path).not.toMatch(/[0-9]/);
    expect(en, path).toMatch(/[A-Za-z]/);
    expect(bn, path).toBe(bn.normalize('NFC'));
  }
});

describe('fees', () => {
  const fee = (id: string, answers: Answers) => feeFor(createFormView(service(id), answers, today)).totalBdt;

  test.each<[string, string, Answers, number | null]>([
    ['born today', 'birth-registration', { office_basis: 'permanent', dob: '2026-11-22' }, 0],
    ['45 days ago', 'birth-registration', { office_basis: 'permanent', dob: '2026-10-08' }, 0],
    ['46 days ago', 'birth-registration', { office_basis: 'permanent', dob: '2026-10-07' }, 25],
    ['five years ago to the day', 'birth-registration', { office_basis: 'permanent', dob: '2021-11-22' }, 25],
    ['five years and a day ago', 'birth-registration', { office_basis: 'permanent', dob: '2021-11-21' }, 50],
    ['at a mission, in dollars', 'birth-registration', { office_basis: 'mission', dob: '2026-11-22' }, null],
    ['nothing answered yet', 'birth-registration', {}, null],
    ['died 45 days ago', 'death-registration', { death_date: '2026-10-08' }, 0],
    ['died 46 days ago', 'death-registration', { death_date: '2026-10-07' }, 25],
    ['died six years ago', 'death-registration', { death_date: '2020-01-01' }, 50],
    ['date of birth', 'birth-record-correction', { items: ['dob'] }, 100],
    ['a name', 'birth-record-correction', { items: ['name_bn'] }, 50],
    ['a name and the date of birth', 'birth-record-correction', { items: ['name_bn', 'dob'] }, 100],
    ['first, on the card', 'nid-correction', { side: 'card', attempt_no: '1' }, 230],
    ['fifth, on the card', 'nid-correction', { side: 'card', attempt_no: '5' }, 690],
    ['second, both parts', 'nid-correction', { side: 'both', attempt_no: '2' }, 460],
    ['other data, not in the sources', 'nid-correction', { side: 'other', attempt_no: '1' }, null],
    ['a new voter', 'new-voter-registration', {}, 0],
    [
      '48 pages, 5 years, regular',
      'epassport-application',
      { pages: '48', validity: '5', delivery: 'regular' },
      4025,
    ],
    [
      '64 pages, 10 years, super',
      'epassport-application',
      { pages: '64', validity: '10', delivery: 'super' },
      13_800,
    ],
    ['delivery still open', 'epassport-application', { pages: '48', validity: '5' }, null],
    ['a lost item', 'online-gd-lost', {}, 0],
    ['a clearance', 'police-clearance', {}, 1500],
    ['a mutation, both payments', 'e-namjari', {}, 1170],
    ['a certified copy by hand', 'khatian-copy', { copy_kind: 'certified', delivery: 'counter' }, 50],
    ['a certified copy by post', 'khatian-copy', { copy_kind: 'certified', delivery: 'post' }, 90],
    ['land tax is assessed by the office', 'land-development-tax', {}, null],
    ['each council sets its own', 'nationality-character-certificate', {}, null],
    ['an allowance', 'old-age-allowance', {}, 0],
    ['each council decides', 'trade-licence', {}, null],
    ['not confirmed', 'consular-attestation', {}, null],
  ])('%s (%s)', (_, id, answers, taka) => {
    expect(fee(id, answers)).toBe(taka);
  });
});

describe('papers', () => {
  const need = (id: string, document: string, answers: Answers) =>
    documentNeeds(createFormView(service(id), answers, today)).find((one) => one.document.id === document)
      ?.need;

  test.each<[string, string, string, Answers, string]>([
    ['a baby', 'birth-registration', 'birth_proof', { dob: '2026-01-01' }, 'needed'],
    ['a baby', 'birth-registration', 'age_proof', { dob: '2026-01-01' }, 'not-needed'],
    ['a child on the fifth birthday', 'birth-registration', 'birth_proof', { dob: '2021-11-22' }, 'needed'],
    ['an adult', 'birth-registration', 'birth_proof', { dob: '1990-01-01' }, 'not-needed'],
    ['an adult', 'birth-registration', 'age_proof', { dob: '1990-01-01' }, 'needed'],
    ['age still open', 'birth-registration', 'age_proof', {}, 'unknown'],
    ['drowned', 'death-registration', 'police_report', { cause: 'drowning' }, 'optional'],
    ['died of old age', 'death-registration', 'police_report', { cause: 'old_age' }, 'not-needed'],
    [
      'an address is corrected',
      'birth-record-correction',
      'proof_address',
      { items: ['permanent_address'] },
      'needed',
    ],
    [
      'a parent is corrected',
      'birth-record-correction',
      'proof_parent',
      { items: ['mother_name_en'] },
      'needed',
    ],
    [
      'a parent is corrected',
      'birth-record-correction',
      'proof_address',
      { items: ['mother_name_en'] },
      'not-needed',
    ],
    ['a blood group is corrected', 'nid-correction', 'blood', { items: ['blood'] }, 'optional'],
    ['a minor', 'epassport-application', 'parents_nid', { dob: '2012-05-01' }, 'optional'],
    ['a small child', 'epassport-application', 'photo3r', { dob: '2021-05-01' }, 'optional'],
    ['an adult', 'epassport-application', 'photo3r', { dob: '1990-05-01' }, 'not-needed'],
    [
      'lost the old one',
      'epassport-application',
      'gd',
      { previous_passport: 'epp', reissue_reason: 'lost' },
      'optional',
    ],
    ['lives abroad', 'police-clearance', 'mission', { stay: 'abroad' }, 'optional'],
    ['bought the land', 'e-namjari', 'deed', { acquired_by: 'purchase' }, 'needed'],
    ['an heir', 'e-namjari', 'deed', { acquired_by: 'heir' }, 'not-needed'],
    ['an heir', 'e-namjari', 'warish', { acquired_by: 'heir' }, 'optional'],
    [
      'applies with a birth registration',
      'e-namjari',
      'photo',
      { 'rows:owner': [{ owner_brn: '20010926121012345' }] },
      'optional',
    ],
    ['a rented shop', 'trade-licence', 'rent', { premises: 'rent' }, 'optional'],
    ['a saw mill', 'trade-licence', 'env', { business_type: 'sawmill' }, 'optional'],
    ['a tailor', 'trade-licence', 'env', { business_type: 'tailor' }, 'not-needed'],
    [
      'a marriage paper',
      'consular-attestation',
      'prior',
      { 'rows:document': [{ doc_type: 'marriage' }] },
      'optional',
    ],
    [
      'a school certificate',
      'consular-attestation',
      'edu_prior',
      { 'rows:document': [{ doc_type: 'edu_board' }] },
      'optional',
    ],
    ["somebody else's paper", 'consular-attestation', 'authority', { for_self: 'no' }, 'optional'],
  ])('%s (%s, %s)', (_, id, document, answers, expected) => {
    expect(need(id, document, answers)).toBe(expected);
  });
});

describe('rules of single forms', () => {
  const visible = (id: string, field: string, answers: Answers) => {
    const view = createFormView(service(id), answers, today);
    const found = view.definition.fields.find((one) => one.id === field);
    return found !== undefined && view.isVisible(found);
  };

  test('an applicant who is not the person tells who he is', () => {
    expect(visible('birth-registration', 'applicant_name_bn', { applicant_relation: 'self' })).toBe(false);
    expect(visible('birth-registration', 'applicant_name_bn', { applicant_relation: 'father' })).toBe(true);
  });

  test('nobody registers his own death', () => {
    const relation = service('death-registration').fields.find(({ id }) => id === 'applicant_relation');
    const values = optionSets[relation?.optionSet ?? '']?.map(({ value }) => value) ?? [];
    expect(values).toContain('son');
    expect(values).not.toContain('self');
  });

  test('a copy sent abroad is asked for a foreign address, not for a union', () => {
    expect(visible('khatian-copy', 'post_address', { delivery: 'abroad' })).toBe(false);
    expect(visible('khatian-copy', 'post_address_abroad', { delivery: 'abroad' })).toBe(true);
  });
});
