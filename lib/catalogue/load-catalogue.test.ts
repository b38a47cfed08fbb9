import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { loadCatalogue, readCatalogue } from './load-catalogue';

const folder = join(process.cwd(), 'lib', 'catalogue');
const copies: string[] = [];

/** A copy of the catalogue with one file changed. */
function copyWith(file: string, change: (text: string) => string): string {
  const copy = mkdtempSync(join(tmpdir(), 'catalogue-'));
  copies.push(copy);
  cpSync(join(folder, 'services'), join(copy, 'services'), { recursive: true });
  for (const name of ['agencies.json', 'option-sets.json']) cpSync(join(folder, name), join(copy, name));
  writeFileSync(join(copy, file), change(readFileSync(join(folder, file), 'utf8')));
  return copy;
}

const faultsOf = (copy: string) => {
  const read = readCatalogue(copy);
  return read.ok ? [] : read.problem.faults;
};

afterEach(() => {
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true, force: true });
});

test('all 131 services of all 40 agencies load', () => {
  const { services, agencies, optionSets } = loadCatalogue();
  expect(services).toHaveLength(131);
  expect(new Set(services.map(({ agency }) => agency))).toEqual(new Set(agencies.map(({ id }) => id)));
  expect(agencies).toHaveLength(40);
  expect(optionSets.country?.[0]?.value).toBe('BD');
  expect(optionSets.country).toHaveLength(249);
});

describe('a wrong file is refused with its name, the place in it and the reason', () => {
  const birth = 'services/birth-registration.json';
  const change = (from: string, to: string) => (text: string) => text.replace(from, to);

  test.each([
    ['a key is mistyped', change('"showIf"', '"showif"'), /^fields\[\d+\]$/, /showif/],
    [
      'a rule names no field',
      change('"field": "dob"', '"field": "dobb"'),
      /appliesIf/,
      /unknown-field id=dobb/,
    ],
    [
      'a rule names no option',
      change('"value": "mission" }', '"value": "embassy" }'),
      /appliesIf/,
      /unknown-option id=embassy/,
    ],
    ['a text lacks its English', change('"en": "Birth registration"', '"en": ""'), /^name\.en$/, /schema/],
    [
      'the agency is unknown',
      change('"agency": "orgbdr"', '"agency": "nobody"'),
      /^agency$/,
      /unknown agency nobody/,
    ],
    [
      'the category is unknown',
      change('"category": "civil-registration"', '"category": "fun"'),
      /^category$/,
      /unknown category fun/,
    ],
    [
      'it is named after another service',
      change('"id": "birth-registration"', '"id": "birth"'),
      /^id$/,
      /not named after/,
    ],
    ['it is no JSON', () => '{"id": ', /^$/, /unreadable/],
  ])('when %s', (_, broken, path, reason) => {
    const faults = faultsOf(copyWith(birth, broken));
    expect(faults[0]).toMatchObject({
      file: birth,
      path: expect.stringMatching(path),
      reason: expect.stringMatching(reason),
    });
  });

  test('when an option set is empty', () => {
    const faults = faultsOf(copyWith('option-sets.json', () => '{"sex": []}'));
    expect(faults[0]).toMatchObject({ file: 'option-sets.json', path: 'sex' });
  });

  test('when an agency has no Bangla name', () => {
    const faults = faultsOf(
      copyWith('agencies.json', () => '[{"id": "orgbdr", "name": {"bn": "", "en": "Registrar"}}]'),
    );
    expect(faults[0]).toMatchObject({ file: 'agencies.json', path: '0.name.bn' });
  });

  test('all faults of all files are told at once', () => {
    const copy = copyWith(birth, change('"agency": "orgbdr"', '"agency": "nobody"'));
    writeFileSync(join(copy, 'services', 'second.json'), '[]');
    expect(new Set(faultsOf(copy).map(({ file }) => file))).toEqual(new Set([birth, 'services/second.json']));
  });

  test('the app does not start with it', () => {
    const copy = copyWith(birth, change('"field": "dob"', '"field": "dobb"'));
    expect(() => loadCatalogue(copy)).toThrow(
      /services\/birth-registration\.json at fee\.tiers\[0\].*unknown-field id=dobb/s,
    );
  });
});
