import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compressionDictionary, DICTIONARY_BYTES } from './dictionary';
import { seededChance } from './testing/chance';
import { generateAnswers } from './testing/generate-answers';
import { field, form, OPTION_SETS, options, TODAY } from './testing/small-form';

const definition = form([
  field('name_bn', 'textBn', { required: true }),
  field('name_en', 'textEn', { required: true, rules: { upper: true } }),
  field('dob', 'date', { required: true }),
  field('sex', 'select', { required: true, optionSet: 'sex' }),
  field('home', 'address', { required: true, levels: ['division', 'district'] }),
  field('owner', 'textBn', { section: 'owner', repeat: true, required: true }),
  field('owner_scan', 'document', { section: 'owner', repeat: true }),
  field('items', 'checkbox', { options: options('a', 'b') }),
  field('new_value', 'text', { repeatPer: 'items' }),
  field('photo', 'photo'),
  field('agree', 'declaration', { required: true }),
]);

describe('the preset dictionary', () => {
  it('is exactly this for this form: it is part of the protocol', () => {
    const [, optionLine, sample] = compressionDictionary(definition, OPTION_SETS).split('\n');
    expect(optionLine).toBe('"male","female","third","a","b",');
    expect(sample).toBe(
      '{"v":1,"lang":"bn","check":"","answers":{"name_bn":"মোঃ ","name_en":"MD ","dob":"19","sex":"male","home":{"division":"","district":""},' +
        '"rows:owner":[{"owner":"মোঃ ","owner_scan":""}],"items":["a"],"each:items":[{"items":"","new_value":""}],"photo":{"attachmentIds":[""]},"agree":true},' +
        '"consent":{"textVersion":"1","lang":"bn","given":"tick","forWhom":"self","at":"202"},"fee":{"governmentBdt":0,"chargeBdt":50,"taken":true},' +
        '"author":{"kind":"operator","userId":"","name":""},"fileKeys":{"":""}}',
    );
  });

  it('never grows past its limit and is never cut inside a letter', () => {
    const many = form(
      Array.from({ length: 300 }, (_, at) => field(`a_field_with_a_long_name_${at}`, 'textBn')),
    );
    const bytes = strToU8(compressionDictionary(many, OPTION_SETS));
    expect(bytes.length).toBeLessThanOrEqual(DICTIONARY_BYTES);
    expect(bytes.length).toBeGreaterThan(DICTIONARY_BYTES - 4);
    expect(strFromU8(bytes)).not.toContain('\uFFFD');
  });

  it('makes an application at least a third smaller than plain deflate does', () => {
    const dictionary = strToU8(compressionDictionary(definition, OPTION_SETS));
    const { answers } = generateAnswers({
      definition,
      optionSets: OPTION_SETS,
      chance: seededChance(7),
      today: TODAY,
    });
    const plain = strToU8(
      JSON.stringify({
        v: 1,
        lang: 'bn',
        check: '123456',
        answers,
        consent: {
          textVersion: '1',
          lang: 'bn',
          given: 'tick',
          forWhom: 'self',
          at: '2026-11-22T04:00:00.000Z',
        },
      }),
    );
    const packed = deflateSync(plain, { level: 9, dictionary });
    expect(packed.length).toBeLessThan((deflateSync(plain, { level: 9 }).length * 2) / 3);
    expect(inflateSync(packed, { dictionary })).toEqual(plain);
  });
});
