import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { PlacesState } from './places-api';
import { createPlacesLoader } from './places-loader';

const fromDisk = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../../public${path}`, import.meta.url), 'utf8'));

function open(fetchPack = fromDisk) {
  const states: PlacesState[] = [];
  const quiet: (() => void)[] = [];
  const loader = createPlacesLoader(
    fetchPack,
    (state) => states.push(state),
    (work) => quiet.push(work),
  );
  return { loader, states, quiet, last: () => states.at(-1) };
}

describe('places on this device', () => {
  test('the index answers at once; unions come with their district and then all', async () => {
    const { loader, last } = open();
    expect(await loader.loadIndex()).toBe(true);
    const district = last()?.search('বগুড়া', { levels: ['district'] })[0];
    expect(district?.name.en).toBe('Bogura');
    expect(district?.path.map(({ level }) => level)).toEqual(['division']);
    const upazila = last()?.children(district?.id ?? '')[0];
    expect(last()?.children(upazila?.id ?? '')).toEqual([]);
    await loader.loadDistrict(district?.id ?? '');
    const union = last()?.children(upazila?.id ?? '')[0];
    expect(union?.path.map(({ level }) => level)).toEqual(['upazila', 'district', 'division']);
    expect(last()?.wholeCountry).toBe(false);
    await loader.loadCountry();
    expect(last()?.wholeCountry).toBe(true);
    expect(last()?.place(union?.id ?? '')).toEqual(union);
  });

  test('the neighbours of the centre come first once the centre is known', async () => {
    const { loader, last } = open();
    await loader.loadIndex();
    const all = last()?.search('শেরপুর') ?? [];
    const far = all.at(-1);
    const districtId = far?.path.find(({ level }) => level === 'district')?.id;
    expect(all.length).toBeGreaterThan(1);
    loader.setNear({
      ...(far?.level === 'upazila' && { upazilaId: far.id }),
      ...(districtId !== undefined && { districtId }),
    });
    expect(last()?.search('শেরপুর')[0]?.id).toBe(far?.id);
  });

  test('a pack that does not come or came broken is said and can be asked for again', async () => {
    let works = false;
    const { loader, states } = open(async (path) => (works ? fromDisk(path) : { v: 1 }));
    expect(await loader.loadIndex()).toBe(false);
    expect(states.map(({ ready, coming }) => ({ ready, coming }))).toEqual([{ ready: false, coming: false }]);
    works = true;
    expect(await loader.loadIndex()).toBe(true);
  });

  test.each([
    ['was rejected', () => Promise.reject(new Error('no'))],
    [
      'came broken in a way nobody foresaw',
      async () => ({ v: 1, upazilas: [], counts: [], ids: [], bn: '' }),
    ],
  ])('a pack that %s is not the answer for ever', async (_what, broken) => {
    let works = true;
    const { loader, last } = open((path) => (works ? fromDisk(path) : broken()));
    await loader.loadIndex();
    works = false;
    expect(await loader.loadCountry()).toBe(false);
    expect(await loader.loadDistrict('d14')).toBe(false);
    expect(last()).toMatchObject({ ready: true, wholeCountry: false, coming: false });
    works = true;
    expect(await loader.loadDistrict('d14')).toBe(true);
    expect(await loader.loadCountry()).toBe(true);
    expect(last()).toMatchObject({ wholeCountry: true, coming: false });
  });

  test('somebody who searches brings what is missing, the index too, and is told in a new state', async () => {
    const asked: string[] = [];
    const { last, loader } = open(async (path) => {
      asked.push(path);
      return asked.length === 1 ? null : fromDisk(path);
    });
    await loader.loadIndex();
    expect(last()?.search('খানপুর')).toEqual([]);
    expect(await last()?.loadCountry()).toBe(true);
    expect(last()?.search('খানপুর').length).toBeGreaterThan(1);
    expect(asked).toEqual(['/places/index.json', '/places/index.json', '/places/unions.json']);
  });

  test('a centre that becomes known late folds no name a second time', async () => {
    const { loader, last, quiet } = open();
    await loader.loadCountry();
    for (let work = quiet.shift(); work; work = quiet.shift()) work();
    loader.setNear({ districtId: 'd14' });
    // one piece: the names are folded already
    quiet.shift()?.();
    expect(quiet).toEqual([]);
    expect(last()?.search('খানপুর')[0]?.path.at(-2)?.name.en).toBe('Bogura');
  });

  test('the search is made ready in small pieces, only for the newest places, and then rests', async () => {
    const { loader, quiet, last } = open();
    await loader.loadIndex();
    await loader.loadCountry();
    expect(quiet).toHaveLength(2);
    let pieces = 0;
    for (let work = quiet.shift(); work; work = quiet.shift()) {
      work();
      pieces += 1;
    }
    expect(pieces).toBeGreaterThan(10);
    expect(last()?.search('শেরপুর').length).toBeGreaterThan(3);
  });
});
