import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlacesLoader } from './places-loader';
import { beginPlaces, type OwnPlace } from './places-plan';

const SHERPUR: OwnPlace = { upazilaId: 'z132', districtId: 'd14' };
const SADAR: OwnPlace = { upazilaId: 'z140', districtId: 'd15' };
const never = () => new Promise<boolean>(() => undefined);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function begin(packs: Partial<PlacesLoader>, at: OwnPlace | null | 'not known' = SHERPUR) {
  const asked: string[] = [];
  const noted = (name: string, work: () => Promise<boolean> = async () => true) =>
    vi.fn(() => {
      asked.push(name);
      return work();
    });
  const loader: PlacesLoader = {
    setNear: vi.fn(),
    loadIndex: noted('index', packs.loadIndex),
    loadDistrict: noted('district', () => packs.loadDistrict?.('') ?? Promise.resolve(true)),
    loadCountry: noted('country', packs.loadCountry),
  };
  let place = at === 'not known' ? undefined : at;
  const listeners: (() => void)[] = [];
  const tryNow = beginPlaces(loader, {
    ownPlace: () => place,
    onOwnPlace: (listener) => listeners.push(listener),
    whenQuiet: (work) => work(),
  });
  const move = (to: OwnPlace) => {
    place = to;
    for (const listener of listeners) listener();
  };
  return { asked, loader, tryNow, move };
}

test('index, own district, whole country, in this order', async () => {
  const { asked, loader } = begin({});
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual(['index', 'district', 'country']);
  expect(loader.setNear).toHaveBeenCalledWith(SHERPUR);
});

test('a silent line that never answers for the district holds up neither nearness nor the country', async () => {
  const { asked, loader } = begin({ loadDistrict: never });
  await vi.advanceTimersByTimeAsync(0);
  expect(loader.setNear).toHaveBeenCalledWith(SHERPUR);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(asked).toEqual(['index', 'district', 'country']);
});

test('a store that does not open takes only the nearness away; opened late, it is taken over', async () => {
  const { asked, loader, move } = begin({}, 'not known');
  await vi.advanceTimersByTimeAsync(3_999);
  expect(asked).toEqual(['index']);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual(['index', 'country']);
  move(SHERPUR);
  expect(loader.setNear).toHaveBeenCalledWith(SHERPUR);
  move(SADAR);
  expect(loader.setNear).toHaveBeenLastCalledWith(SADAR);
});

test('the country waits for the district of a place that is known a moment late; a phone has none to wait for', async () => {
  const { asked, move } = begin({}, 'not known');
  await vi.advanceTimersByTimeAsync(200);
  move(SHERPUR);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual(['index', 'district', 'country']);
  const phone = begin({}, null);
  await vi.advanceTimersByTimeAsync(0);
  expect(phone.asked).toEqual(['index', 'country']);
});

test('whatever did not come is tried again by itself, and at once when the line is back', async () => {
  let hasLine = false;
  const packs = { loadDistrict: async () => hasLine, loadCountry: async () => hasLine };
  const { asked, tryNow } = begin(packs);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual(['index', 'district', 'country', 'district', 'country']);
  hasLine = true;
  tryNow();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toHaveLength(7);
});
