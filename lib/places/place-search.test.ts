import { describe, expect, test } from 'vitest';
import { beginsAlmost } from '../bangla/begins-almost';
import { keysOfPlaces } from './place-keys';
import { createPlaceSearch } from './place-search';
import { smallCountry } from './testing/small-country';

const book = smallCountry();
const atBoguraSherpur = createPlaceSearch(book, { upazilaId: 'z132' });
const ids = (query: string, options?: Parameters<typeof atBoguraSherpur>[1]) =>
  atBoguraSherpur(query, options).map(({ id }) => id);

describe('what is found', () => {
  test('one name finds every place of that name at every level', () => {
    expect(ids('শেরপুর').sort()).toEqual(['d61', 'u2', 'u3', 'u4', 'z132', 'z450']);
  });

  test.each([
    ['Bangla', 'গাড়ীদহ', 'u1'],
    ['ড় typed as one sign', 'গা\u09DCীদহ', 'u1'],
    ['another spelling of Bangla', 'গাড়িদহ', 'u1'],
    ['English in any case', 'GARIDAHA', 'u1'],
    ['half a word', 'গাড়', 'u1'],
    ['an older spelling', 'bogra', 'd14'],
    ['a word inside a name', 'সদর', 'z450'],
    ['a part of a word', 'দহ', 'u1'],
    ['one letter wrong', 'garidoha', 'u1'],
    ['one letter missing', 'shibgnj', 'z133'],
    ['two letters swapped', 'sehrpur sadar', 'z450'],
    ['the same sound', 'shivgonj', 'z133'],
  ])('%s', (_, query, id) => {
    expect(ids(query)[0]).toBe(id);
  });

  test('one wrong letter anywhere finds what its letters say, as when every name is compared', () => {
    const keys = keysOfPlaces(book.places);
    for (const { names } of keys)
      for (const name of names.filter(({ length }) => length > 3))
        for (let at = 0; at < name.length; at += 1)
          for (const typed of [
            `${name.slice(0, at)}q${name.slice(at + 1)}`,
            `${name.slice(0, at)}q${name.slice(at)}`,
            `${name.slice(0, at)}${name.slice(at + 1)}`,
            `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at]}${name.slice(at + 2)}`,
          ]) {
            if (keys.some((one) => one.names.some((other) => other.includes(typed)))) continue;
            // a city that stands at two levels is offered once
            const byEach = book.places.filter(
              ({ kind, level }, number) =>
                !(kind === 'city' && level === 'upazila') &&
                keys[number]?.names.some((one) => beginsAlmost(one, typed)),
            );
            expect(ids(typed)).toEqual(expect.arrayContaining(byEach.map(({ id }) => id)));
          }
  });

  test('the district behind the name narrows it down', () => {
    expect(ids('সদর শেরপুর')).toEqual(['z450']);
    expect(ids('sherpur bogra')).toEqual(['z132', 'u2', 'u4']);
  });

  test.each(['', '  ', '-', '।'])('nothing is found for %j', (query) => {
    expect(ids(query)).toEqual([]);
  });

  test('what fits nothing finds nothing', () => {
    expect(ids('ঢাকা')).toEqual([]);
  });
});

describe('the order', () => {
  test('beginnings first, and of these the own upazila, the own district, then the rest', () => {
    expect(ids('শেরপুর')).toEqual(['z132', 'u2', 'u4', 'd61', 'z450', 'u3']);
  });

  test('another counter sees its own places first', () => {
    const elsewhere = createPlaceSearch(book, { districtId: 'd61' });
    expect(elsewhere('শেরপুর').map(({ id }) => id)).toEqual(['d61', 'z450', 'z132', 'u2', 'u4', 'u3']);
  });

  test('without a counter, exact names and larger places come first', () => {
    const anywhere = createPlaceSearch(book);
    expect(anywhere('শেরপুর').map(({ id }) => id)).toEqual(['d61', 'z132', 'z450', 'u2', 'u4', 'u3']);
  });

  test('a limit keeps the best', () => {
    expect(ids('শেরপুর', { limit: 2 })).toEqual(['z132', 'u2']);
  });
});

describe('levels', () => {
  test('only the levels asked for', () => {
    expect(ids('শেরপুর', { levels: ['division', 'district'] })).toEqual(['d61']);
  });

  test('a city is offered once, at the smallest level asked', () => {
    expect(ids('সিটি')).toEqual(['cu4']);
    expect(ids('সিটি', { levels: ['district', 'upazila'] })).toEqual(['c4']);
  });
});
