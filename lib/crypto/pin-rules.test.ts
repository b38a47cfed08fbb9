import { describe, expect, test } from 'vitest';
import { pinFault } from './pin-rules';

describe('a PIN', () => {
  test.each(['482915', '730164', '9051738', '271828182845', '115923'])('may be %s', (pin) => {
    expect(pinFault(pin)).toBeNull();
  });

  test.each([
    ['', 'too-short'],
    ['48291', 'too-short'],
    ['4829154829154', 'too-long'],
    ['48291x', 'not-digits'],
    ['৪৮২৯১৫', 'not-digits'],
    ['4829 15', 'not-digits'],
  ])('may not be "%s": %s', (pin, fault) => {
    expect(pinFault(pin)).toBe(fault);
  });

  test.each([
    '000000',
    '11111111',
    '123456',
    '654321',
    '012345',
    '890123',
    '135791',
    '121212',
    '123123',
    '112233',
    '998877',
    '159753',
    '357951',
    '786786',
  ])('may not be what many choose: %s', (pin) => {
    expect(pinFault(pin)).toBe('too-common');
  });
});
