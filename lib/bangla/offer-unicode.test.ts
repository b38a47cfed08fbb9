import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGLISH_NAMES } from '../forms/testing/invented-people';
import { bijoyToUnicode } from './bijoy-to-unicode';
import { offerUnicode } from './offer-unicode';

const BIJOY: readonly (readonly [string, string])[] = [
  ['Avgvi', 'আমার'],
  ['Avwg', 'আমি'],
  ['Avgvi †mvbvi evsjv', 'আমার সোনার বাংলা'],
  ['‡gvt iwng DwÏb', 'মোঃ রহিম উদ্দিন'],
  ['†gvQvt Av‡gbv LvZzb', 'মোছাঃ আমেনা খাতুন'],
  ['‡gvnv¤§` Avãyj Kwig', 'মোহাম্মদ আব্দুল করিম'],
  ['dv‡Zgv †eMg', 'ফাতেমা বেগম'],
  ['bRiæj Bmjvg', ''],
  ['bRi“j Bmjvg', 'নজরুল ইসলাম'],
  ['kwdKzj Bmjvg', 'শফিকুল ইসলাম'],
  ['†nv‡mb Avjx', 'হোসেন আলী'],
  ['Kg©Kvi', 'কর্মকার'],
  ['myeY©v ivbx', 'সুবর্ণা রানী'],
  ['P›`b Kzgvi', 'চন্দন কুমার'],
  ['kÖx K…ò ivq', 'শ্রী কৃষ্ণ রায়'],
  ['bviMxm Av³vi', 'নারগীস আক্তার'],
  ['ZvmwjgvLvZzb', 'তাসলিমাখাতুন'],
  ['Rvnv½xi Avjg', 'জাহাঙ্গীর আলম'],
  ['jÿ¥x ivbx', ''],
  ['j²x ivbx', ''],
  ['†PŠayix', 'চৌধুরী'],
  ['KzwgjøvÑ', ''],
  ['Kzwgjøv', 'কুমিল্লা'],
  ['evsjv‡`k', 'বাংলাদেশ'],
  ['MÖvgt Kvwkgcyi', 'গ্রামঃ কাশিমপুর'],
  ['DcRvwZ', 'উপজাতি'],
  ['fyuBqv', 'ভুঁইয়া'],
  ['AvwRRyj nK', 'আজিজুল হক'],
  ['m¨vivn', 'স্যারাহ'],
];

describe('bijoyToUnicode', () => {
  it.each(BIJOY.filter(([, bangla]) => bangla !== ''))('%s is %s', (bijoy, bangla) => {
    expect(bijoyToUnicode(bijoy)).toBe(bangla.normalize('NFC'));
    expect(offerUnicode(bijoy)).toBe(bangla.normalize('NFC'));
  });

  it.each(BIJOY.filter(([, bangla]) => bangla === ''))(
    '%s has a sign it does not know, so nothing is offered',
    (text) => {
      expect(bijoyToUnicode(text)).toBeNull();
      expect(offerUnicode(text)).toBeNull();
    },
  );

  it.each(['v', 'Kvv', 'w', '†', 'K&', 'KvwK w', '©K', 'Aw', 'স'])(
    'refuses %s, which nobody writes',
    (text) => {
      expect(bijoyToUnicode(text)).toBeNull();
    },
  );

  it('never throws, and gives Bangla or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bangla = bijoyToUnicode(text);
        if (bangla !== null) expect(bangla).not.toMatch(/[A-Za-z]/);
      }),
    );
  });
});

const ENGLISH: readonly string[] = [
  ...ENGLISH_NAMES,
  ...ENGLISH_NAMES.map((name) => name.toUpperCase()),
  ...[
    'Rahim',
    'Karim',
    'Javed',
    'Vivek',
    'Swapan',
    'Kvist',
    'MacDonald',
    'Biswas',
    'Wazed',
    'Zubair',
    'Quddus',
    'Wali',
  ],
  ...[
    'iPhone',
    'e-Namjari',
    'MS Word',
    'Facebook',
    'bKash',
    'Nagad',
    'Wi-Fi',
    'GP',
    'BKMEA',
    'Vivo Y20',
    'BRAC',
    'ABM',
  ],
  ...[
    'KABIR',
    'kabir',
    'QAZI',
    'Qazi',
    'zzz',
    'BAZLUL HAQUE',
    'Jibon',
    'BABY',
    'Bibi',
    'Babul Mia',
    'Mawla',
    'SWAPNO',
  ],
  ...[
    'Debidwar',
    'Lost near the bus stand',
    'Block B, Ward 4',
    'Moyna',
    'Kajol',
    'Jui',
    'Jahid',
    'KJ',
    'Zia',
    'ZIKRUL',
  ],
  ...['01712345678', 'A-102', 'DHAKA METRO-GA 11-1234', 'V', 'Av', ''],
];

it.each(ENGLISH)('takes %s for what it is', (text) => {
  expect(offerUnicode(text)).toBeNull();
});

it('offers nothing for the English words and the English names of places of this project', () => {
  const { districts, upazilas } = JSON.parse(readFileSync('public/places/index.json', 'utf8')) as Record<
    'districts' | 'upazilas',
    readonly (readonly [string, string, string, string])[]
  >;
  const names = [...districts, ...upazilas].flatMap(([, , , english]) => [english, english.toUpperCase()]);
  const words = Object.values(JSON.parse(readFileSync('lib/i18n/locales/en/form.json', 'utf8')) as object);
  expect(names.length).toBeGreaterThan(1000);
  expect([...names, ...words].filter((text) => offerUnicode(String(text)) !== null)).toEqual([]);
});
