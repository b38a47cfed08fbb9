import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { PlacesState } from './places-api';
import { createPlacesLoader } from './places-book';

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
    expect(states).toEqual([]);
    works = true;
    expect(await loader.loadIndex()).toBe(true);
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
