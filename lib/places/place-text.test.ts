import { describe, expect, test } from 'vitest';
import { addressText } from './address-text';
import { childrenOf } from './children';
import { placeLevelIds, placePath } from './place-path';
import { placeIn, smallCountry } from './testing/small-country';

const book = smallCountry();
const words = {
  holding: (number: string) => `বাড়ি ${number}`,
  ward: (number: string) => `${number} নম্বর ওয়ার্ড`,
};

describe('the path of a place', () => {
  test.each([
    ['u1', 'bn', 'গাড়ীদহ, শেরপুর, বগুড়া'],
    ['u1', 'en', 'Garidaha, Sherpur, Bogura'],
    ['d61', 'bn', 'শেরপুর'],
    ['v2', 'en', 'Rajshahi'],
    ['cu4', 'bn', 'রাজশাহী সিটি কর্পোরেশন, রাজশাহী'],
  ] as const)('%s in %s', (id, locale, text) => {
    expect(placePath(book, placeIn(book, id), locale)).toBe(text);
  });

  test('choosing a place chooses every level above it', () => {
    expect(placeLevelIds(book, placeIn(book, 'u1'))).toEqual({
      union: 'u1',
      upazila: 'z132',
      district: 'd14',
      division: 'v2',
    });
    expect(placeLevelIds(book, placeIn(book, 'cu4'))).toEqual({
      union: 'cu4',
      upazila: 'c4',
      district: 'd15',
      division: 'v2',
    });
  });
});

describe('the places under a place', () => {
  test('null gives the divisions by the alphabet', () => {
    expect(childrenOf(book, null, 'bn').map(({ id }) => id)).toEqual(['v8', 'v2']);
    expect(childrenOf(book, null, 'en').map(({ id }) => id)).toEqual(['v8', 'v2']);
  });

  test('what was merged into a town stands last', () => {
    expect(childrenOf(book, 'z133', 'bn').map(({ id }) => id)).toEqual(['u2', 'u4']);
  });

  test('a place that holds nothing at hand has no children', () => {
    expect(childrenOf(book, 'u1', 'bn')).toEqual([]);
  });
});

describe('an address as one line', () => {
  const address = {
    division: 'v2',
    district: 'd14',
    upazila: 'z132',
    union: 'u1',
    ward: '4',
    village: 'মহিপুর',
    postOffice: 'শেরপুর',
    postCode: '5840',
    holdingNo: '12/2',
  };

  test('smallest part first, Bengali digits in Bangla', () => {
    expect(addressText(book, address, 'bn', words)).toBe(
      'বাড়ি ১২/২, মহিপুর, ৪ নম্বর ওয়ার্ড, গাড়ীদহ, শেরপুর ৫৮৪০, শেরপুর, বগুড়া, রাজশাহী',
    );
  });

  test('ASCII digits in English, even when Bengali ones were typed', () => {
    const english = { holding: (n: string) => `House ${n}`, ward: (n: string) => `Ward ${n}` };
    expect(addressText(book, { ...address, ward: '৪', village: undefined }, 'en', english)).toBe(
      'House 12/2, Ward 4, Garidaha, শেরপুর 5840, Sherpur, Bogura, Rajshahi',
    );
  });

  test('a city is named once', () => {
    const city = { division: 'v2', district: 'd15', upazila: 'c4', union: 'cu4', ward: '12' };
    expect(addressText(book, city, 'bn', words)).toBe('১২ নম্বর ওয়ার্ড, রাজশাহী সিটি কর্পোরেশন, রাজশাহী, রাজশাহী');
  });

  test('a place that is not at hand is shown by its id, not dropped', () => {
    expect(addressText(book, { district: 'd14', union: 'u999' }, 'bn', words)).toBe('u999, বগুড়া');
  });

  test('an empty address is an empty line', () => {
    expect(addressText(book, {}, 'bn', words)).toBe('');
  });
});
