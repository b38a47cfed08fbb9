import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { districts, divisions, unions, upazillas } from 'bd-geojs';
import { describe, expect, test } from 'vitest';
import { foldLatin } from '../../bangla/search-keys';
import corrections from '../corrections.json';
import { decodeIndexPack, decodeUnionPack } from '../pack';
import { createPlaceBook } from '../place-book';
import { placePath } from '../place-path';
import { createPlaceSearch } from '../place-search';
import { placeIn } from '../testing/small-country';
import { type Corrections, correctPlaces } from './correct-places';
import { createPackFiles } from './pack-files';

const base = { divisions, districts, upazillas, unions };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const make = (changed: Corrections = corrections) =>
  createPackFiles({ base, corrections: changed, licence: 'licence of the base list' }, sha256);
const files = make();
const parsed = (path: string): unknown => JSON.parse(files.get(path) ?? '');

const index = decodeIndexPack(parsed('index.json'));
const country = decodeUnionPack(parsed('unions.json'));
const book = createPlaceBook(index.ok ? index.value : [], country.ok ? country.value : []);
const count = (level: string) =>
  book.places.filter((place) => place.level === level && place.kind !== 'city').length;

describe('the whole country', () => {
  test('has 8 divisions, 64 districts, 495 upazilas, 4,614 unions and 13 cities', () => {
    expect(['division', 'district', 'upazila', 'union'].map(count)).toEqual([8, 64, 495, 4614]);
    expect(book.places.filter(({ id }) => /^c\d/.test(id))).toHaveLength(13);
  });

  test('every place but a division lies in one that is there, and has a name in both languages', () => {
    for (const place of book.places) {
      if (place.level !== 'division') expect(book.get(place.parentId ?? undefined), place.id).toBeDefined();
      expect(place.name.bn, place.id).toMatch(/^[\u0980-\u09FF](?:[\u0980-\u09FF .()\-']|\u200C|\u200D)*$/);
      expect(place.name.en, place.id).toMatch(/^[A-Za-z][A-Za-z .()\-']*$/);
      expect(place.name.bn, place.id).toBe(place.name.bn.normalize('NFC').trim());
    }
  });

  test('every division, district and upazila carries its BBS code, which begins with the code of its parent', () => {
    for (const place of book.places.filter(({ level, kind }) => level !== 'union' && kind !== 'city')) {
      const parent = book.get(place.parentId ?? undefined);
      expect(place.code, place.id).toMatch(/^\d{2}(\d{2}){0,2}$/);
      expect(place.code?.startsWith(parent?.code ?? ''), place.id).toBe(true);
    }
  });

  test('the packs of the districts hold the same unions as the pack of the country', () => {
    const byDistrict = [...files.keys()]
      .filter((path) => path.startsWith('d/'))
      .flatMap((path) => {
        const pack = decodeUnionPack(parsed(path));
        return pack.ok ? pack.value : [];
      });
    expect(new Set(byDistrict.map(({ id }) => id)).size).toBe(4614);
    const byId = new Map(byDistrict.map((place) => [place.id, place]));
    for (const place of country.ok ? country.value : []) expect(byId.get(place.id)).toEqual(place);
  });

  test('corrections arrive: moved, renamed, added, dropped, merged', () => {
    expect(placePath(book, placeIn(book, 'u2744'), 'bn')).toContain('মধ্যনগর');
    expect(placeIn(book, 'u1414').name.en).toBe('Mohadevpur');
    expect(placePath(book, placeIn(book, 'u9001'), 'en')).toContain('South Ulania');
    expect(book.get('u2353')).toBeUndefined();
    expect(placeIn(book, 'u710').status).toBe('merged');
  });

  test('Latin names have no letters the quick folding of the search does not know', () => {
    for (const { name } of book.places)
      expect(
        name.en
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, ' ')
          .trim(),
      ).toBe(foldLatin(name.en));
  });

  test('শেরপুর finds the district, the upazila of Bogura and every union of that name', () => {
    const bogura = book.places.find(({ level, code }) => level === 'upazila' && code === '501088');
    const search = createPlaceSearch(book, { upazilaId: bogura?.id ?? '' });
    const paths = search('শেরপুর').map((place) => placePath(book, place, 'bn'));
    expect(paths[0]).toBe('শেরপুর, বগুড়া');
    expect(paths).toContain('শেরপুর');
    expect(paths).toContain('শেরপুর, নান্দাইল, ময়মনসিংহ');
    const all = book.places.filter(({ name }) => name.bn.includes('শেরপুর'));
    expect(paths).toHaveLength(all.length);
  });

  test.each([
    ['narayongonj', 'নারায়ণগঞ্জ'],
    ['brammonbaria', 'ব্রাহ্মণবাড়িয়া'],
    ['Comilla', 'কুমিল্লা'],
    ['Chittagong', 'চট্টগ্রাম'],
    ['jessore', 'যশোর'],
    ['কক্স', 'কক্সবাজার'],
    ['বগুরা', 'বগুড়া'],
  ])('%s finds %s first', (query, name) => {
    expect(createPlaceSearch(book)(query)[0]?.name.bn).toBe(name);
  });
});

describe('the files', () => {
  test('are light: index and own district within 20 KB, the whole country within 90 KB', () => {
    const weigh = (path: string) => gzipSync(files.get(path) ?? '').length;
    const heaviest = Math.max(...[...files.keys()].filter((path) => path.startsWith('d/')).map(weigh));
    expect(weigh('index.json') + heaviest).toBeLessThan(20_000);
    expect(weigh('unions.json')).toBeLessThan(90_000);
  });

  test('the manifest tells url, hash and bytes of every pack', () => {
    const { packs } = parsed('manifest.json') as {
      packs: Record<string, { url: string; sha256: string; bytes: number }>;
    };
    expect(Object.keys(packs)).toHaveLength(66);
    for (const { url, sha256: hash, bytes } of Object.values(packs)) {
      const text = files.get(url.replace('/places/', '')) ?? '';
      expect(hash).toBe(sha256(text));
      expect(bytes).toBe(Buffer.byteLength(text));
    }
  });

  test('the same input gives the same bytes', () => {
    expect([...make()]).toEqual([...files]);
  });

  test('any change gives another version', () => {
    const changed = { ...corrections, divisions: { ...corrections.divisions, alt: {} } };
    expect(make(changed).get('index.json')).not.toBe(files.get('index.json'));
    expect(JSON.parse(make(changed).get('manifest.json') ?? '{}').version).not.toBe(
      JSON.parse(files.get('manifest.json') ?? '{}').version,
    );
  });

  test('the notice names the sources and brings the licence along', () => {
    expect(files.get('NOTICE.txt')).toContain('https://openadmindata.org/bd/');
    expect(files.get('NOTICE.txt')).toContain('licence of the base list');
  });

  test('what lies in public/places is what the corrections say', () => {
    const folder = join(process.cwd(), 'public', 'places');
    expect(existsSync(folder), 'run npm run places').toBe(true);
    for (const [path, text] of files)
      if (path !== 'NOTICE.txt')
        expect(readFileSync(join(folder, path), 'utf8'), `${path}: run npm run places`).toBe(text);
    expect(readdirSync(join(folder, 'd'))).toHaveLength(64);
  });
});

describe('a wrong correction stops the build', () => {
  test.each<[string, Corrections, RegExp]>([
    [
      'it names a union that is not there',
      { ...corrections, unions: { ...corrections.unions, drop: [999_999] } },
      /999999/,
    ],
    [
      'the counts are not the expected ones',
      { ...corrections, unions: { ...corrections.unions, drop: [] } },
      /4631 places, expected 4614/,
    ],
    [
      'it moves a union to an upazila that is not there',
      { ...corrections, unions: { ...corrections.unions, move: { ...corrections.unions.move, '815': 888 } } },
      /815 lies in 888/,
    ],
  ])('when %s', (_, wrong, message) => {
    expect(() => correctPlaces(base, wrong)).toThrow(message);
  });
});
