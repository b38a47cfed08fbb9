import { expect, it } from 'vitest';
import { suggestVisarga } from './visarga';

it.each([
  ['মো: রহিম উদ্দিন', 'মোঃ রহিম উদ্দিন'],
  ['মোছা: আমেনা খাতুন', 'মোছাঃ আমেনা খাতুন'],
  ['মো:রহিম', 'মোঃরহিম'],
  ['মো : রহিম', 'মোঃ রহিম'],
  ['হাজী মো: করিম', 'হাজী মোঃ করিম'],
])('offers %s as %s', (typed, offered) => {
  expect(suggestVisarga(typed)).toBe(offered);
});

it.each(['মোঃ রহিম', 'রহিম', 'নমো: নমো:', '', 'এ.বি.এম মোস্তফা'])('offers nothing for "%s"', (name) => {
  expect(suggestVisarga(name)).toBeNull();
});
