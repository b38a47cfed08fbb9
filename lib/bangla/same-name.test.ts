import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANGLA_NAMES, ENGLISH_NAMES } from '../forms/testing/invented-people';
import { namesDiffer } from './same-name';
import { SAME_PERSON } from './testing/names-in-both-scripts';

describe('namesDiffer', () => {
  it.each(SAME_PERSON)('%s and %s are one name', (bangla, english) => {
    expect(namesDiffer(bangla, english)).toBe(false);
    expect(namesDiffer(bangla, english.toUpperCase())).toBe(false);
  });

  it.each([
    ['রহিমা', 'Karim'],
    ['রহিম', 'Karim'],
    ['করিম', 'Rahim'],
    ['রহিম', 'Rahman'],
    ['রহিমা খাতুন', 'Rahima Begum'],
    ['মোঃ আব্দুল করিম', 'Md. Abdul Rahim'],
    ['মোঃ রফিকুল ইসলাম', 'Md. Shafiqul Islam'],
    ['ফাতেমা বেগম', 'Amena Begum'],
    ['সুমিত্রা রানী দাস', 'Sumitra Rani Saha'],
    ['নূরজাহান', 'Shahjahan'],
    ['হাসান', 'Jahan'],
    ['গীতা রায়', 'Rita Roy'],
    ['মোঃ জসিম উদ্দিন', 'Salma Akter'],
    ['উ চ নু মারমা', 'Rupa Chakma'],
    ['আলী', 'Mia'],
    ['খালেদা', 'Hasina'],
    ['কামাল হোসেন', 'Jamal Hossain'],
    ['এ.বি.এম মোস্তফা কামাল', 'A.K.M. Fazlul Haque'],
    ['তাসলিমা আক্তার', 'Halima Akter'],
    ['আব্দুর রাজ্জাক', 'Abdur Rouf'],
    ['শেখ মুজিব', 'Sheikh Kamal'],
  ])('%s and %s are not', (bangla, english) => {
    expect(namesDiffer(bangla, english)).toBe(true);
  });

  it.each([
    ['', 'Rahim'],
    ['রহিম', ''],
    ['মোঃ', 'Karim'],
    ['মোহাম্মদ', 'Md.'],
    ['Rahim', 'Karim'],
    ['রহিম', 'করিম'],
    ['রহিম উদ্দিন', 'Rahim'],
    ['রহিম', 'Md. Rahim Uddin Khan'],
    ['১২৩', 'Karim'],
    ['ক '.repeat(200), 'K '.repeat(200)],
  ])('says nothing of %j and %j', (bangla, english) => {
    expect(namesDiffer(bangla, english)).toBe(false);
  });

  it('tells most people apart', () => {
    const people = SAME_PERSON.filter((_, at) => at % 5 === 0);
    const pairs = people.flatMap(([bangla], at) =>
      people.filter((_, other) => other !== at).map(([, english]) => [bangla, english] as const),
    );
    const found = pairs.filter(([bangla, english]) => namesDiffer(bangla, english)).length;
    expect(found / pairs.length).toBeGreaterThan(0.85);
  });

  it('never throws, whatever stands there', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(...BANGLA_NAMES, ...ENGLISH_NAMES),
    );
    fc.assert(fc.property(text, text, (one, other) => typeof namesDiffer(one, other) === 'boolean'));
  });
});
