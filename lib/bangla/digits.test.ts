import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAsciiDigits, toBengaliDigits } from './digits';

describe('digits', () => {
  it('reads Bengali, ASCII and mixed digits alike', () => {
    expect(toAsciiDigits('০১৭১২৩৪৫৬৭৮')).toBe('01712345678');
    expect(toAsciiDigits('017১২৩45৬৭৮')).toBe('01712345678');
  });

  it('leaves letters, signs and look-alike Bengali marks alone', () => {
    expect(toAsciiDigits('৳ ৫০ (৴)')).toBe('৳ 50 (৴)');
    expect(toBengaliDigits('A-5 ক')).toBe('A-৫ ক');
  });

  it('comes back from Bengali digits whatever the text was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const ascii = toAsciiDigits(text);
        expect(toAsciiDigits(toBengaliDigits(ascii))).toBe(ascii);
      }),
    );
  });
});
