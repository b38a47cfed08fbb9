import { expect, it } from 'vitest';
import { looksLikeBijoy } from './bijoy';

it.each(['†gvt iwng DwÏb', '‡gvQvt Av‡gbv LvZzb', 'evsjv‡`k', 'AvBb I wePvi', 'bvgRvwi'])(
  'takes %s for Bijoy',
  (text) => {
    expect(looksLikeBijoy(text)).toBe(true);
  },
);

it.each([
  'MD RAHIM UDDIN',
  'Abdul Karim',
  "O'Brien",
  'MacDonald Rozario',
  'A',
  'e-Namjari',
  'Vivek Swarovski',
  'Shwapno',
  'রহিম উদ্দিন',
  'মোঃ Rahim',
  '',
  '01712345678',
  'DAVV',
  'Joseph Gomes',
])('does not take %s for Bijoy', (text) => {
  expect(looksLikeBijoy(text)).toBe(false);
});
