import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseLine, normaliseText } from './normalise';

describe('normaliseText', () => {
  it.each([
    ['ড়', '\u09DC', '\u09A1\u09BC'],
    ['ঢ়', '\u09DD', '\u09A2\u09BC'],
    ['য়', '\u09DF', '\u09AF\u09BC'],
  ])('gives both encodings of %s one spelling', (_letter, single, split) => {
    expect(normaliseText(single)).toBe(split);
    expect(normaliseText(split)).toBe(split);
  });

  it('joins a split vowel sign: ে + া is ো', () => {
    expect(normaliseText('ক\u09C7\u09BE')).toBe('ক\u09CB');
  });

  it('keeps the ZWJ of র‍্যাব and removes marks nobody can see', () => {
    expect(normaliseText('র\u200D\u09CDযাব')).toBe('র\u200D\u09CDযাব');
    expect(normaliseText('\uFEFFক\u200Bখ\u200Eগ\u200Fঘ\u200Cঙ')).toBe('কখগঘঙ');
  });

  it('keeps the ZWNJ that asks for a visible hasanta', () => {
    expect(normaliseText('উদ্\u200Cঘাটন')).toBe('উদ্\u200Cঘাটন');
  });

  it('is idempotent for any text', () => {
    const bangla = fc.string({ unit: fc.constantFrom(...'কডঢযর়্াে োৗ\u200C\u200D\u200B\u09DC\u09DF') });
    fc.assert(
      fc.property(fc.oneof(bangla, fc.string({ unit: 'binary' })), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });
});

it('normaliseLine trims and makes one space of many', () => {
  expect(normaliseLine('  রহিম \n  উদ্দিন ')).toBe('রহিম উদ্দিন');
});
