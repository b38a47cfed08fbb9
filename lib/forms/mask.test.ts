import { describe, expect, it } from 'vitest';
import { citizenName } from './citizen-name';
import { maskDigits, maskName } from './mask';
import { field, form } from './testing/small-form';

it.each([
  ['মোঃ রহিম উদ্দিন', 'মোঃ র••• উ•••'],
  ['শ্রাবণী দাস', 'শ্রা••• দা•••'],
  ['ড়ালিম', 'ড়া•••'],
  ['MD Rahim  Uddin', 'MD R••• U•••'],
  ['A', 'A•••'],
  ['👩‍🌾', '👩•••'],
  ['', ''],
])('%s is shown as %s', (name, masked) => {
  expect(maskName(name.normalize('NFC'))).toBe(masked.normalize('NFC'));
});

it('a mask tells neither the length of a name nor more than the last digits of a number', () => {
  expect(maskName('রহিম')).toHaveLength(maskName('রহিমউদ্দিনমোল্লা').length);
  expect(maskDigits('1234567890')).toBe('•••890');
  expect(maskDigits('123')).toBe('•••');
  expect(maskDigits('')).toBe('');
});

describe('the name an application goes by', () => {
  const definition = form(
    [
      field('name', 'textBn'),
      field('name_en', 'textEn'),
      field('owner', 'textBn', { section: 'owner', repeat: true }),
    ],
    { nameFields: ['name', 'name_en', 'owner'] },
  );

  it('is the first that is filled in, in rows that of the first row', () => {
    expect(citizenName(definition, { name: ' ', name_en: 'Rahim' })).toBe('Rahim');
    expect(citizenName(definition, { 'rows:owner': [{ owner: 'করিম' }, { owner: 'রহিম' }] })).toBe('করিম');
    expect(citizenName(definition, {})).toBeNull();
  });

  it('joins the parts of one name, whichever are there', () => {
    const inParts = { ...definition, nameFields: ['name+name_en', 'owner'] };
    expect(citizenName(inParts, { name: 'রাফি', name_en: 'Ahmed' })).toBe('রাফি Ahmed');
    expect(citizenName(inParts, { name_en: 'Ahmed' })).toBe('Ahmed');
    expect(citizenName(inParts, { 'rows:owner': [{ owner: 'করিম' }] })).toBe('করিম');
  });
});
