import { describe, expect, test } from 'vitest';
import { hasValidCheck } from './check-character';
import { CROCKFORD } from './crockford';
import { deviceCodeLength, isDeviceCode, makeDeviceCode } from './device-code';
import { formatTrackingCode, isTrackingCode, makeTrackingCode, parseTrackingCode } from './tracking-code';

const code = makeTrackingCode('K7M2', 66);
const compact = code.replaceAll('-', '');
const repeatable = (seed: number) => (limit: number) => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
};

describe('making a tracking code', () => {
  test('joins device, padded counter and check character', () => {
    expect(code).toMatch(/^K7M2-0022-[0-9A-Z]$/);
    expect(makeTrackingCode('S0000', 32 ** 4)).toMatch(/^S0000-10000-.$/);
  });
  test('two devices never make the same characters, whatever their counters', () => {
    const seen = new Set<string>();
    for (const device of ['K7M2', 'SK7M2', 'ZK7M20', '0000', 'S0000', 'Z00000', 'R000'])
      for (let n = 0; n < 3000; n += 7) seen.add(makeTrackingCode(device, n * 997).replaceAll('-', ''));
    expect(seen.size).toBe(7 * 429);
  });
  test('refuses what is no device code', () => {
    expect(() => makeTrackingCode('K7M', 1)).toThrow();
    expect(() => makeTrackingCode('K7M2', -1)).toThrow();
  });
});

describe('reading a tracking code', () => {
  test.each([
    [code],
    [compact],
    [compact.toLowerCase()],
    [` ${compact.slice(0, 4)} ${compact.slice(4, 8)} ${compact.slice(8)} `],
    [code.replaceAll('0', 'o')],
    [code.replaceAll('0', '০').replaceAll('2', '২').replaceAll('7', '৭')],
    [code.replaceAll('-', '–')],
  ])('reads %s', (typed) => {
    expect(parseTrackingCode(typed)).toMatchObject({
      ok: true,
      value: { code, device: 'K7M2', counter: '0022' },
    });
  });
  test('I and L are 1, O is 0', () => {
    const ones = makeTrackingCode('1010', 33);
    expect(parseTrackingCode(ones.replaceAll('1', 'l').replaceAll('0', 'O'))).toMatchObject({
      ok: true,
      value: { code: ones },
    });
    expect(parseTrackingCode(ones.replaceAll('1', 'i'))).toMatchObject({ ok: true, value: { code: ones } });
  });
  test.each([
    '',
    ' ',
    '-',
    'K7M2',
    'K7M2-002-X',
    'K7M2-0U22-A',
    'ক',
    'K7M2-0022-!',
    'A'.repeat(5000),
    'K7M200022Z0000000000',
  ])('refuses the shape of %j', (typed) =>
    expect(parseTrackingCode(typed)).toEqual({ ok: false, problem: { type: 'tracking-code-shape' } }),
  );
  test('a padded longer counter is not a second spelling', () => {
    expect(parseTrackingCode(makeTrackingCode('K7M2', 66).replace('-0022-', '-00022-'))).toMatchObject({
      ok: false,
    });
  });
  test('every spelling is shown in one form, and what is no code stays', () => {
    expect(formatTrackingCode(compact.toLowerCase())).toBe(code);
    expect(formatTrackingCode('no code')).toBe('no code');
  });
  test('only the hyphenated capital form is the one that travels', () => {
    expect(isTrackingCode(code)).toBe(true);
    expect(isTrackingCode(compact)).toBe(false);
    expect(isTrackingCode(code.toLowerCase())).toBe(false);
  });
});

describe('the check character', () => {
  const samples = Array.from({ length: 200 }, (_, n) =>
    makeTrackingCode(makeDeviceCode(repeatable(n)), n * 4999).replaceAll('-', ''),
  );

  test('finds every single wrong character', () => {
    const missed = samples.flatMap((sample) =>
      [...sample].flatMap((right, at) =>
        [...CROCKFORD]
          .filter((wrong) => wrong !== right)
          .map((wrong) => sample.slice(0, at) + wrong + sample.slice(at + 1))
          .filter(hasValidCheck),
      ),
    );
    expect(missed).toEqual([]);
  });
  test('finds at least 99.5 % of swapped neighbours over all pairs and places', () => {
    let missed = 0;
    let swaps = 0;
    for (const sample of samples)
      for (let at = 0; at + 1 < sample.length; at++) {
        const [left = '', right = ''] = [sample[at], sample[at + 1]];
        if (left === right) continue;
        swaps++;
        if (hasValidCheck(sample.slice(0, at) + right + left + sample.slice(at + 2))) missed++;
      }
    expect(swaps).toBeGreaterThan(1000);
    expect(missed / swaps).toBeLessThan(0.005);
  });
});

describe('device codes', () => {
  test('the first character tells the length', () => {
    expect([...'0KRSXYZ'].map(deviceCodeLength)).toEqual([4, 4, 4, 5, 5, 6, 6]);
    expect(deviceCodeLength('U')).toBe(0);
  });
  test('made codes are codes of the asked length', () => {
    for (const length of [4, 5, 6] as const)
      for (let n = 0; n < 200; n++) {
        const made = makeDeviceCode(repeatable(n), length);
        expect(made).toHaveLength(length);
        expect(isDeviceCode(made)).toBe(true);
      }
  });
});

test('the one form is what reading and writing again leaves as it is', () => {
  const codes = [
    makeTrackingCode('K7M2', 66),
    makeTrackingCode('SK7M2', 32 ** 4),
    makeTrackingCode('ZK7M20', 32 ** 9),
  ];
  const odd = [...'OIlU০-– 0ZA', ''];
  for (const whole of codes) {
    expect(isTrackingCode(whole)).toBe(true);
    for (let at = 0; at <= whole.length; at++)
      for (const char of odd)
        for (const cut of [0, 1]) {
          const bent = whole.slice(0, at) + char + whole.slice(at + cut);
          const read = parseTrackingCode(bent);
          expect([bent, isTrackingCode(bent)]).toEqual([bent, read.ok && read.value.code === bent]);
        }
  }
});
