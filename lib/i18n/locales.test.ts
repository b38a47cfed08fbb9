import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, 'locales');
const read = (locale: string, file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, locale, file), 'utf8'));
const files = readdirSync(join(folder, 'bn')).filter((file) => file.endsWith('.json'));
const placeholders = (text: string) =>
  [...text.matchAll(/{{\s*(\w+)[^}]*}}/g)].map((match) => match[1]).sort();
const withoutPlaceholders = (text: string) => text.replace(/{{[^}]*}}/g, '');

/** Names that are written in Latin letters in Bangla too. */
const LATIN_ALLOWED = [
  'English',
  'Apache-2.0',
  'Noto Sans Bengali',
  'SIL OFL',
  'bd-geojs',
  'QR',
  // as the telephone itself says it
  'Add to Home Screen',
  'NID',
  'PDF',
  'JPEG',
  'PNG',
  'WebP',
  'A4',
  'MB',
  'KB',
  'mm',
];
/** A number before a plural: “{{n}} files”, “{{n}} more applications”. */
const COUNTED = /{{(n|of|have|min|max|typed|minutes)}} (more )?[a-z]+s\b/;
const withoutAllowed = (text: string) =>
  LATIN_ALLOWED.reduce((rest, name) => rest.replaceAll(name, ''), text);

test('both languages have the same namespaces', () => {
  expect(readdirSync(join(folder, 'en')).sort()).toEqual(readdirSync(join(folder, 'bn')).sort());
});

describe.each(files)('words of %s', (file) => {
  const bn = read('bn', file);
  const en = read('en', file);

  test('the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(bn).sort());
  });

  test('English that counts has a word for one and a word for more', () => {
    const keys = Object.keys(en);
    const counted = keys.filter((key) => COUNTED.test(String(en[key])));
    expect(counted.filter((key) => !key.endsWith('_other'))).toEqual([]);
    const plurals = keys.filter((key) => /_(one|other)$/.test(key)).map((key) => key.replace(/_\w+$/, ''));
    for (const key of plurals)
      expect(keys, key).toEqual(expect.arrayContaining([`${key}_one`, `${key}_other`]));
  });

  test.each(Object.keys(bn))('%s', (key) => {
    const [inBangla, inEnglish] = [bn[key], en[key]];
    if (typeof inBangla !== 'string' || typeof inEnglish !== 'string') throw new Error('keys are flat');
    expect(inBangla.trim(), 'Bangla text').not.toBe('');
    expect(inEnglish.trim(), 'English text').not.toBe('');
    expect(placeholders(inEnglish)).toEqual(placeholders(inBangla));
    expect(withoutAllowed(withoutPlaceholders(inBangla))).not.toMatch(/[A-Za-z0-9]/);
    // The switch names the other language in its own letters.
    expect(withoutPlaceholders(inEnglish).replaceAll('বাংলা', '')).not.toMatch(/[\u0980-\u09ff]/);
    expect(inBangla, 'NFC').toBe(inBangla.normalize('NFC'));
  });
});
