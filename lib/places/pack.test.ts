import { describe, expect, test } from 'vitest';
import { decodeIndexPack, decodeUnionPack, type IndexPack, type UnionPack } from './pack';
import { wardsOf } from './place';

const index: IndexPack = {
  v: 1,
  version: 'a1',
  divisions: [['v2', 'রাজশাহী', 'Rajshahi', '50', []]],
  districts: [['d14', 'v2', 'বগুড়া', 'Bogura', '5010', ['Bogra']]],
  upazilas: [['z132', 'd14', 'শেরপুর', 'Sherpur', '501088']],
  cities: [[13, 'd14', 'বগুড়া সিটি কর্পোরেশন', 'Bogura City Corporation', 21, 'u']],
};

const unions: UnionPack = {
  v: 1,
  version: 'a1',
  upazilas: ['z132', 'z133'],
  counts: [2, 1],
  ids: [100, 3, -50],
  bn: 'গাড়ীদহ|খামারকান্দি|বিহার',
  en: 'Garidaha|Khamarkandi|Bihar',
  status: { u103: 'm' },
};

describe('an index pack', () => {
  test('gives every place with its parent, names, other spellings and code', () => {
    const places = decodeIndexPack(index);
    expect(places.ok && places.value.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['v2', null],
      ['d14', 'v2'],
      ['z132', 'd14'],
      ['c13', 'd14'],
      ['cu13', 'c13'],
    ]);
    expect(places.ok && places.value[1]).toMatchObject({ level: 'district', alt: ['Bogra'], code: '5010' });
  });

  test('a city stands as upazila and as union, with its own number of wards', () => {
    const places = decodeIndexPack(index);
    const [asUpazila, asUnion] = places.ok ? places.value.slice(3) : [];
    expect(asUpazila).toMatchObject({ level: 'upazila', kind: 'city', status: 'unverified' });
    expect(asUnion && wardsOf(asUnion)).toHaveLength(21);
  });
});

describe('a union pack', () => {
  test('gives unions with ids counted on from the one before, and nine wards each', () => {
    const places = decodeUnionPack(unions);
    expect(places.ok && places.value.map(({ id, parentId, name }) => [id, parentId, name.en])).toEqual([
      ['u100', 'z132', 'Garidaha'],
      ['u103', 'z132', 'Khamarkandi'],
      ['u53', 'z133', 'Bihar'],
    ]);
    expect(places.ok && places.value[1]?.status).toBe('merged');
    expect(places.ok && places.value[0] && wardsOf(places.value[0])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
    ]);
  });

  test.each([
    ['a name is missing', { ...unions, bn: 'গাড়ীদহ|খামারকান্দি' }, 'columns-differ'],
    ['a count is wrong', { ...unions, counts: [2, 2] }, 'columns-differ'],
    ['it is of another format', { ...unions, v: 2 }, 'unknown-format'],
    ['it is the page of a captive portal', '<html>', 'not-an-object'],
    ['it is empty', {}, 'unknown-format'],
  ])('is refused when %s', (_, pack, reason) => {
    expect(decodeUnionPack(pack)).toEqual({ ok: false, problem: { type: 'pack-invalid', reason } });
  });
});
