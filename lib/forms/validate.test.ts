import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Field, FieldType, ServiceDefinition } from './definition';
import { submittableAnswers } from './submittable-answers';
import { seededChance } from './testing/chance';
import { generateAnswers } from './testing/generate-answers';
import { field, form, OPTION_SETS, options, TODAY } from './testing/small-form';
import { spoilAnswer } from './testing/spoil-answer';
import { validateField, validateForm } from './validate';
import { createFormView, visibleFields } from './visibility';

const check = (
  definition: ServiceDefinition,
  answers: Answers,
  attachments?: readonly { id: string; slot: string; bytes?: number; mediaType?: string }[],
) =>
  validateForm({
    definition,
    optionSets: OPTION_SETS,
    answers,
    today: TODAY,
    ...(attachments ? { attachments } : {}),
  });
const found = (...input: Parameters<typeof check>) =>
  check(...input).errors.map(({ pointer, code }) => `${pointer} ${code}`);

describe('a whole form', () => {
  const who = form([
    field('relation', 'radio', { required: true, options: options('self', 'son') }),
    field('name', 'textBn', { required: true, showIf: { field: 'relation', op: 'ne', value: 'self' } }),
    field('nid', 'nid', { oneOf: 'id', showIf: { field: 'relation', op: 'ne', value: 'self' } }),
    field('brn', 'brn', { oneOf: 'id', showIf: { field: 'relation', op: 'ne', value: 'self' } }),
    field('name_en', 'textEn', { requiredIf: { field: 'brn', op: 'present', value: true } }),
  ]);

  it('says what is missing, in the order of the form', () => {
    expect(found(who, {})).toEqual(['/relation required', '/name required', '/nid one-of-required']);
  });

  it('does not ask what is hidden, however wrong it is', () => {
    expect(found(who, { relation: 'self', name: 'Rahim', nid: '1' })).toEqual([]);
  });

  it('is content with one of the two numbers, and then wants what hangs on it', () => {
    expect(found(who, { relation: 'son', name: 'রহিম', nid: '১২৩৪৫৬৭৮৯০' })).toEqual([]);
    expect(found(who, { relation: 'son', name: 'রহিম', brn: '20100912166012345' })).toEqual([
      '/name_en required',
    ]);
  });

  it('names the fields of a one-of group', () => {
    expect(check(who, { relation: 'son', name: 'রহিম' }).errors[0]?.values).toEqual({ fields: 'nid,brn' });
  });

  it('points into an address', () => {
    const home = form([field('home', 'address', { required: true })]);
    expect(found(home, { home: { division: '50', upazila: '1', union: '2' } })).toEqual([
      '/home/district required',
    ]);
  });

  it('leaves out what the office fills in itself', () => {
    expect(found(form([field('assessed', 'money', { required: true, readonly: true })]), {})).toEqual([]);
  });
});

describe('rows', () => {
  const owners = form([
    field('owner_name', 'textBn', { section: 'owner', repeat: true, required: true }),
    field('owner_nid', 'nid', { section: 'owner', repeat: true, oneOf: 'id' }),
    field('owner_brn', 'brn', { section: 'owner', repeat: true, oneOf: 'id' }),
    field('owner_share', 'number', {
      section: 'owner',
      repeat: true,
      required: true,
      rules: { min: 0, max: 1, sumTo: 1 },
    }),
  ]);
  const row = (owner_name: string, owner_share: string) => ({
    owner_name,
    owner_share,
    owner_nid: '1234567890',
  });

  it('asks for a first row', () => {
    expect(found(owners, {})).toEqual([
      '/rows:owner/0/owner_name required',
      '/rows:owner/0/owner_nid one-of-required',
      '/rows:owner/0/owner_share required',
    ]);
  });

  it('passes over blank rows without moving the others', () => {
    expect(found(owners, { 'rows:owner': [row('রহিম', '1'), { owner_name: ' ' }] })).toEqual([]);
    expect(found(owners, { 'rows:owner': [{}, { ...row('Rahim', '১') }] })).toEqual([
      '/rows:owner/1/owner_name bangla-only',
    ]);
  });

  it.each([
    [['1'], true],
    [['0.5', '০.৫'], true],
    [['0.3333', '0.3333', '0.3333'], true],
    [['0.33', '0.33', '0.33'], true],
    [['0.5', '0.4'], false],
    [['0.3', '0.3', '0.3'], false],
    [['0.25', '0.25', '0.25'], false],
  ])('shares %j make a whole: %s', (shares, whole) => {
    const rows = shares.map((share) => row('রহিম', share));
    expect(found(owners, { 'rows:owner': rows })).toEqual(whole ? [] : ['/rows:owner sum-mismatch']);
  });

  it('holds at most fifty', () => {
    expect(found(owners, { 'rows:owner': Array.from({ length: 51 }, () => row('রহিম', '0.01')) })).toEqual([
      '/rows:owner too-many-rows',
    ]);
  });

  it('compares within the row', () => {
    const land = form([
      field('whole', 'number', { section: 'land', repeat: true }),
      field('part', 'number', { section: 'land', repeat: true, rules: { maxField: 'whole' } }),
    ]);
    expect(
      found(land, {
        'rows:land': [
          { whole: '5', part: '4' },
          { whole: '3', part: '4' },
        ],
      }),
    ).toEqual(['/rows:land/1/part number-above-field']);
  });

  it('has one row for every chosen value', () => {
    const correction = form([
      field('items', 'checkbox', { required: true, options: options('name', 'dob') }),
      field('new_value', 'text', { required: true, repeatPer: 'items' }),
    ]);
    expect(found(correction, {})).toEqual(['/items required']);
    expect(
      found(correction, { items: ['dob', 'name'], 'each:items': [{ items: 'name', new_value: 'রহিম' }] }),
    ).toEqual(['/each:items/0/new_value required']);
  });

  it('checks one cell while the person types', () => {
    const input = {
      definition: owners,
      optionSets: OPTION_SETS,
      today: TODAY,
      answers: { 'rows:owner': [{}, { owner_nid: '12' }] },
    };
    expect(validateField({ ...input, fieldId: 'owner_nid', row: 1 }).errors).toEqual([
      { pointer: '/rows:owner/1/owner_nid', code: 'nid-length', values: { count: 2 } },
    ]);
    expect(validateField({ ...input, fieldId: 'owner_nid', row: 7 }).errors).toEqual([]);
    expect(validateField({ ...input, fieldId: 'no_such' }).errors).toEqual([]);
  });
});

describe('files and papers', () => {
  const papers = form(
    [
      field('photo', 'photo', { required: true }),
      field('dob', 'date', { required: true }),
      field('scan', 'document', { rules: { maxMB: 1 } }),
    ],
    {
      ageFrom: 'dob',
      documents: [
        {
          id: 'epi',
          label: { bn: 'টিকা', en: 'EPI' },
          required: true,
          neededIf: { field: 'age', op: 'lt', value: 5 },
        },
        {
          id: 'tax',
          label: { bn: 'কর', en: 'Tax' },
          required: true,
          conditionText: { bn: 'জমি থাকলে', en: 'if land is owned' },
        },
      ],
    },
  );
  const photo = { id: 'p1', slot: 'field:photo', bytes: 9, mediaType: 'image/jpeg' };

  it('says nothing of files while it does not know them', () => {
    expect(found(papers, { dob: '1990-01-01', photo: { attachmentIds: ['p1'] } })).toEqual([]);
  });

  it('finds the file that an answer names', () => {
    expect(found(papers, { dob: '1990-01-01', photo: { attachmentIds: ['p1'] } }, [])).toEqual([
      '/photo file-missing',
    ]);
    expect(
      found(papers, { dob: '1990-01-01', photo: { attachmentIds: ['p1'] } }, [{ ...photo, slot: 'doc:tax' }]),
    ).toEqual(['/photo file-missing']);
    expect(found(papers, { dob: '1990-01-01' }, [photo])).toEqual([]);
  });

  it('refuses a photo that is none, and a file too large', () => {
    expect(found(papers, { dob: '1990-01-01' }, [{ ...photo, mediaType: 'application/pdf' }])).toEqual([
      '/photo file-not-image',
    ]);
    expect(
      found(papers, { dob: '1990-01-01' }, [photo, { id: 's', slot: 'field:scan', bytes: 1_000_001 }]),
    ).toEqual(['/scan file-too-large']);
  });

  it('asks for the papers of this case, and only wonders about those it cannot decide', () => {
    expect(found(papers, { dob: '2024-01-01' }, [photo])).toEqual(['/doc:epi document-missing']);
    expect(
      check(papers, { dob: '1990-01-01' }, [photo]).warnings.map(({ pointer, code }) => `${pointer} ${code}`),
    ).toEqual(['/doc:tax document-maybe-needed']);
  });
});

describe('any answers at all', () => {
  const kinds: FieldType[] = [
    'text',
    'textBn',
    'textEn',
    'nid',
    'brn',
    'phone',
    'email',
    'date',
    'number',
    'money',
    'select',
    'checkbox',
    'address',
    'photo',
    'declaration',
  ];
  const rules: fc.Arbitrary<Partial<Field>> = fc.record({ required: fc.boolean(), repeat: fc.boolean() });
  const smallForm = fc
    .array(fc.tuple(fc.constantFrom(...kinds), rules, fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
      maxLength: 8,
    })
    .map((kindsOfFields) =>
      form(
        kindsOfFields.map(([type, { required = false, repeat }, hangsOn], at) => {
          const before = at > 0 ? kindsOfFields[hangsOn % at] : undefined;
          const single = ['address', 'checkbox', 'declaration'].includes(type);
          return field(`f${at}`, type, {
            required,
            ...(repeat && !single ? { repeat } : {}),
            ...(type === 'select' ? { options: options('a', 'b') } : {}),
            ...(type === 'checkbox' && at % 2 === 0 ? { options: options('a', 'b') } : {}),
            ...(before && hangsOn > 4 && !before[1].repeat
              ? { showIf: { field: `f${hangsOn % at}`, op: 'present', value: true } as const }
              : {}),
          });
        }),
      ),
    );

  it('generated answers are right, and stay right when they are sent', () => {
    fc.assert(
      fc.property(smallForm, fc.integer(), (definition, seed) => {
        const { answers, attachments } = generateAnswers({
          definition,
          optionSets: OPTION_SETS,
          chance: seededChance(seed),
          today: TODAY,
        });
        expect(found(definition, answers, attachments)).toEqual([]);
        const sent = submittableAnswers({ definition, answers, attachments, today: TODAY });
        expect(sent).toEqual({ answers, dropped: [], attachmentIds: attachments.map(({ id }) => id) });
      }),
    );
  });

  it('one spoilt answer is found where it stands', () => {
    fc.assert(
      fc.property(smallForm, fc.integer(), fc.nat(), (definition, seed, which) => {
        const { answers, attachments } = generateAnswers({
          definition,
          optionSets: OPTION_SETS,
          chance: seededChance(seed),
          today: TODAY,
          fullness: 1,
        });
        const shown = visibleFields(createFormView(definition, answers, TODAY));
        const one = shown[which % shown.length];
        if (!one) return;
        const spoilt = spoilAnswer(definition, answers, one.id);
        expect(found(definition, spoilt.answers, attachments)).toContain(`${spoilt.pointer} ${spoilt.code}`);
      }),
    );
  });

  it('never make it throw, whatever a client sends', () => {
    fc.assert(
      fc.property(
        smallForm,
        fc.dictionary(
          fc.constantFrom('f0', 'f1', 'f2', 'rows:main', '__proto__', 'constructor', 'x/y'),
          fc.jsonValue(),
        ),
        (definition, answers) => {
          const given = answers as Answers;
          expect(Array.isArray(check(definition, given, []).errors)).toBe(true);
          const sent = submittableAnswers({ definition, answers: given, today: TODAY });
          expect(submittableAnswers({ definition, answers: sent.answers, today: TODAY }).answers).toEqual(
            sent.answers,
          );
        },
      ),
    );
  });
});
