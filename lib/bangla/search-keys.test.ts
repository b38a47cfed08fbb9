import { describe, expect, it } from 'vitest';
import { banglishKey, foldLatin, matchesSearch, searchTerms } from './search-keys';

describe('a Bangla service found by Latin letters', () => {
  it.each([
    ['জন্ম নিবন্ধন', 'jonmo nibondhon'],
    ['জন্ম নিবন্ধন', 'janma nibandhan'],
    ['জন্ম নিবন্ধন', 'jonmo nibon'],
    ['ই-নামজারি: জমির মিউটেশন', 'namjari'],
    ['বয়স্ক ভাতা আবেদন', 'vata'],
    ['বয়স্ক ভাতা আবেদন', 'bhata'],
    ['বয়স্ক ভাতা', 'boyosko bhata'],
    ['পাসপোর্ট', 'passport'],
    ['পুলিশ ক্লিয়ারেন্স', 'police'],
    ['খতিয়ান (পর্চা)', 'khatian'],
    ['খতিয়ান (পর্চা)', 'porcha'],
    ['ভূমি উন্নয়ন কর', 'bhumi unnoyon kor'],
    ['চারিত্রিক সনদ', 'charitrik sonod'],
    ['শেরপুর', 'sherpur'],
    ['ওয়ারিশান', 'warishan'],
    ['মৃত্যু নিবন্ধন', 'mrittu nibondhon'],
    ['ব্রাহ্মণবাড়িয়া', 'brahmanbaria'],
    ['ট্রেড লাইসেন্স', 'trade'],
  ])('%s by %s', (name, query) => {
    expect(matchesSearch(name, query)).toBe(true);
  });

  it.each([
    ['জন্ম নিবন্ধন', 'namjari'],
    ['জন্ম নিবন্ধন', 'mrittu nibondhon'],
    ['বয়স্ক ভাতা', 'passport'],
    ['পাসপোর্ট', 'p a'],
  ])('%s not by %s', (name, query) => {
    expect(matchesSearch(name, query)).toBe(false);
  });
});

it('finds Bangla by Bangla under other spellings, from the first letters on', () => {
  expect(matchesSearch('জন্ম নিবন্ধন', 'নিব')).toBe(true);
  expect(matchesSearch('ভূমি কর', 'ভুমী')).toBe(true);
  expect(matchesSearch('ভূমি কর', 'মি')).toBe(false);
});

it('an empty query fits everything', () => {
  expect(matchesSearch('জন্ম', '  ')).toBe(true);
});

it('a key keeps consonants only and marks a vowel at the front', () => {
  expect(banglishKey('জন্ম নিবন্ধন')).toBe('jnm nbndn');
  expect(banglishKey('আবেদন')).toBe(banglishKey('abedon'));
  expect(banglishKey('শিক্ষা')).toBe(banglishKey('shikkha'));
});

it('terms hold the folded word and its key', () => {
  expect(searchTerms('Namjari')).toEqual(['namjari', '~nmjr']);
});

it('foldLatin drops case, accents and signs', () => {
  expect(foldLatin('  José-María’s  ')).toBe('jose maria s');
});
