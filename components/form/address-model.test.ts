import { describe, expect, test } from 'vitest';
import type { Field } from '../../lib/forms/definition';
import { copiedAddress, missingLevel, placeLevelsOf, withLevel, withPart, withPlace } from './address-model';

const field = (more: Partial<Field> = {}): Field => ({
  id: 'home',
  type: 'address',
  section: 'address',
  label: { bn: 'ঠিকানা', en: 'Address' },
  required: true,
  ...more,
});
const shortField = field({ levels: ['division', 'district'] });
const union = {
  id: 'u1',
  level: 'union',
  path: [
    { id: 'z1', level: 'upazila' },
    { id: 'd1', level: 'district' },
    { id: 'v1', level: 'division' },
  ],
} as const;

describe('an address by search', () => {
  test('a union brings everything above it', () => {
    expect(withPlace({}, union, field())).toEqual({
      division: 'v1',
      district: 'd1',
      upazila: 'z1',
      union: 'u1',
    });
    expect(missingLevel(withPlace({}, union, field()), field())).toBeNull();
  });

  test('another place keeps what was typed and drops the ward of the old one', () => {
    const before = { division: 'v9', district: 'd9', upazila: 'z9', union: 'u9', ward: '4', village: 'চরপাড়া' };
    expect(withPlace(before, union, field())).toMatchObject({ union: 'u1', village: 'চরপাড়া' });
    expect(withPlace(before, union, field())).not.toHaveProperty('ward');
  });

  test('the same place again keeps the ward', () => {
    const before = { ...withPlace({}, union, field()), ward: '4' };
    expect(withPlace(before, union, field())).toEqual(before);
  });

  test('only the levels the field asks for are kept', () => {
    expect(placeLevelsOf(shortField)).toEqual(['division', 'district']);
    expect(withPlace({}, union, shortField)).toEqual({ division: 'v1', district: 'd1' });
  });
});

describe('an address by hierarchy', () => {
  test('another district clears what lay in the old one', () => {
    const before = { division: 'v1', district: 'd1', upazila: 'z1', union: 'u1', ward: '2', road: 'হাট রোড' };
    expect(withLevel(before, 'district', 'd2', field())).toEqual({
      division: 'v1',
      district: 'd2',
      road: 'হাট রোড',
    });
    expect(missingLevel({ division: 'v1', district: 'd2' }, field())).toBe('upazila');
  });

  test('clearing a level clears the smaller ones', () => {
    expect(withLevel({ division: 'v1', district: 'd1' }, 'division', undefined, field())).toEqual({});
  });
});

test('a blank part goes, the last blank part leaves no answer', () => {
  expect(withPart({ village: 'ক', road: 'খ' }, 'village', '')).toEqual({ road: 'খ' });
  expect(withPart({ village: 'ক' }, 'village', '')).toBeUndefined();
});

test('a copy takes only what is asked', () => {
  const from = { division: 'v1', district: 'd1', union: 'u1', ward: '3', village: 'ক', postCode: '2140' };
  expect(copiedAddress(from, shortField)).toEqual({ division: 'v1', district: 'd1' });
  expect(copiedAddress(from, field())).not.toHaveProperty('postCode');
  expect(copiedAddress({ village: 'ক' }, shortField)).toBeUndefined();
});
