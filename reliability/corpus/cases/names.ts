import { expect } from 'vitest';
import type { AddressAnswer, Answer } from '@/lib/forms/definition';
import { accepted, type Case, type Category } from '../case';
import { syncOf } from '../world/world';

/** The answer is taken, and the officer reads the very bytes that were typed. */
const kept = (field: string, name: string, typed: Answer): Case => ({
  name: `${field}: ${name}`,
  send: async (world) => {
    world.canaries.add(textOf(typed));
    const { item } = await world.fillIn(world.centre, { answers: { [field]: typed } });
    return world.sync(world.centre, [item]);
  },
  expected: accepted,
  also: async (world, answer) => {
    const { answers } = await world.readCase(syncOf(answer).receipts[0]?.id ?? '');
    expect(answers[field]).toEqual(typed);
    expect(Buffer.from(textOf(answers[field] ?? ''))).toEqual(Buffer.from(textOf(typed)));
  },
});

const textOf = (typed: Answer): string =>
  typeof typed === 'string' ? typed : ((typed as AddressAnswer).village ?? '');

const all = (field: string, typed: Readonly<Record<string, string>>): readonly Case[] =>
  Object.entries(typed).map(([name, text]) => kept(field, name, text));

const village = (name: string, typed: string): Case =>
  kept('present_address', `village ${name}`, {
    division: '50',
    district: '5010',
    upazila: '501088',
    union: '50108811',
    village: typed,
  });

const bangla = {
  'two letters': 'ঊষ',
  'one word, as many people have': 'রহিমা',
  'a dot in it': 'এ.বি.এম. ফজলে রাব্বি',
  brackets: 'মোহাম্মদ আলী (বাদল)',
  'a hyphen': 'উম্মে-কুলসুম',
  'Md with a visarga': 'মোঃ আব্দুল হক',
  chandrabindu: 'চাঁদনী বেগম',
  'khanda ta': 'উৎপল রায়',
  anusvara: 'রংমালা',
  'reph and conjuncts of three': 'স্বর্ণলক্ষ্মী ভট্টাচার্য্য',
  'ya-phala behind ra, held by a ZWJ': 'র\u200d্যাচেল গোমেজ',
  'a visible hasanta, held by a ZWNJ': 'উদ্\u200cযাপন দাস',
  'ya with its dot in one (NFC excludes it)': 'আয়েশা \u09df',
  'ya with its dot apart': 'আ\u09af\u09bcেশা',
  'rra with its dot apart': 'মা\u09a1\u09bcোয়ারি',
  'o in one': 'মো\u09b9ন',
  'o in two parts': 'ম\u09c7\u09beহন',
  'au in two parts': 'ম\u09c7\u09d7সুমী',
  'a Garo name': 'রমা রাংমা',
  'a Marma name': 'উ চ নু মারমা',
  'a Santal name': 'সুকু সরেন টুডু',
  '250 letters': 'ক'.repeat(250),
  'thirty words': Array.from({ length: 30 }, () => 'আলী').join(' '),
  'the same word thrice': 'রহিম রহিম রহিম',
};

const latin = {
  'one letter': 'O',
  "O'BRIEN": "O'BRIEN",
  NULL: 'NULL',
  UNDEFINED: 'UNDEFINED',
  NAN: 'NAN',
  TRUE: 'TRUE',
  'a typographic apostrophe': 'D’COSTA',
  'a hyphen of its own': 'ANNE‐MARIE',
  'MD. with a dot': 'MD. A.K.M. FAZLUL HUQ',
  '250 letters': 'A'.repeat(250),
  TEST: 'TEST TEST',
  PROTOTYPE: 'CONSTRUCTOR PROTOTYPE',
  DROP: 'DROP TABLE STUDENTS',
  'a name that is a number in words': 'INFINITY',
};

const anyScript = {
  Arabic: 'محمد عبد الله الأنصاري',
  'Urdu with marks': 'مُحَمَّد بِلال',
  'Hebrew in an English line': 'Kolkata ירושלים market',
  'a right-to-left override': 'invoice\u202egpj.exe',
  isolates: '\u2066عربي\u2069 and বাংলা',
  Devanagari: 'श्रीमती लक्ष्मी',
  Tamil: 'கிருஷ்ணன்',
  Burmese: 'အောင်ဆန်းစုကြည်',
  Chinese: '欧阳娜娜',
  'Thai without spaces': 'สมชายใจดี',
  'Chakma, beyond the first plane': '\u{11107}\u{11127}\u{11101}\u{1111f}',
  'Santali in Ol Chiki': 'ᱥᱟᱱᱛᱟᱲᱤ',
  'an NFC é': 'Jos\u00e9 Rem\u00e9dios',
  'an NFD é': 'Jose\u0301 Reme\u0301dios',
  'twenty marks on one letter': `a${'\u0301'.repeat(20)}`,
  'a family of emoji': '👨‍👩‍👧‍👦 খামার',
  'skin and flag': '👍🏽 🇧🇩',
  'keycap and variation': '1️⃣ ☎︎',
  'a soft hyphen and a word joiner': 'mid\u00ad\u2060wife',
  'a zero-width space between': 'কৃষি\u200bকাজ',
  'private use and a noncharacter': '\ue000\ufdd0',
  'a byte order mark inside': 'a\ufeffb',
  'tab and line break': 'নাম:\tরহিম\nপেশা:\tকৃষক',
};

/** Nobody's name is wrong. What a person typed comes to the officer as it was typed; a refusal here is a bug. */
export const names: Category = {
  name: 'Names and scripts',
  least: 60,
  cases: [
    ...all('name_bn', bangla),
    ...all('name_en', latin),
    ...all('purpose', anyScript),
    village('of 200 letters', 'চ'.repeat(200)),
    village('of 200 Chakma letters', '\u{11107}'.repeat(200)),
    village("O'Brien", "O'Brien's para"),
  ],
};
