import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { COUNTRY_PACK } from '../browser/pack-paths';
import { completeFiles, lastingFile } from './answer-file';
import { tidyCaches } from './tidy-caches';
import { FILES_CACHE, PLACES_CACHE, PLACES_PREFIX } from './worker-scope';

const OLDER = `${PLACES_PREFIX}older`;
const ORIGIN = 'https://centre.example';
const asked = (path: string) => new Request(new URL(path, ORIGIN));
let stores: Map<string, Map<string, Response>>;
let answer: (signal?: AbortSignal) => Promise<Response>;
const fetched = vi.fn((_: Request, init?: RequestInit) => answer(init?.signal ?? undefined));

const ours = async () =>
  new Response('{"v":1}', { headers: { 'content-type': 'application/json', 'x-app-build': 'b' } });
const noLine = () => Promise.reject(new TypeError('no line'));

function fakeCaches() {
  const open = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return {
      match: async (path: string) => store.get(path)?.clone(),
      put: async (path: string, response: Response) => void store.set(path, response),
    };
  };
  return {
    open: async (name: string) => open(name),
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    match: async (path: string) =>
      [...stores.values()]
        .find((store) => store.has(path))
        ?.get(path)
        ?.clone(),
  };
}

beforeEach(() => {
  stores = new Map();
  answer = ours;
  fetched.mockClear();
  vi.stubGlobal('caches', fakeCaches());
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('location', { origin: ORIGIN });
});
afterEach(() => vi.unstubAllGlobals());

describe('places', () => {
  test('are kept when they were fetched, and answer without a line', async () => {
    await lastingFile(asked('/places/d/d14.json'));
    answer = noLine;
    expect(await (await lastingFile(asked('/places/d/d14.json'))).text()).toBe('{"v":1}');
    await expect(lastingFile(asked('/places/d/d15.json'))).rejects.toThrow('no line');
  });

  test('of an older edition answer until all of this edition are here', async () => {
    stores.set(OLDER, new Map([[COUNTRY_PACK, new Response('older')]]));
    answer = noLine;
    await tidyCaches();
    await completeFiles([]);
    expect(await (await lastingFile(asked(COUNTRY_PACK))).text()).toBe('older');
    answer = ours;
    await completeFiles([]);
    expect(await (await lastingFile(asked(COUNTRY_PACK))).text()).toBe('{"v":1}');
    expect([...stores.keys()]).not.toContain(OLDER);
  });

  test('of the whole country come once, however often they are asked for, and again after the line went', async () => {
    answer = noLine;
    await completeFiles([]);
    answer = ours;
    await Promise.all([completeFiles([]), completeFiles([])]);
    await completeFiles([]);
    expect(fetched).toHaveBeenCalledTimes(2);
    expect(stores.get(PLACES_CACHE)?.has(COUNTRY_PACK)).toBe(true);
  });

  test('are asked for again after a silent line, which never answers', async () => {
    const patience = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
    answer = (signal) =>
      new Promise((_, no) => signal?.addEventListener('abort', () => no(new TypeError('over'))));
    const silent = completeFiles([]);
    await vi.waitFor(() => expect(fetched).toHaveBeenCalled());
    patience.abort();
    await silent;
    timeout.mockRestore();
    answer = ours;
    await completeFiles([]);
    expect(stores.get(PLACES_CACHE)?.has(COUNTRY_PACK)).toBe(true);
  });

  test('are not taken from a captive portal', async () => {
    answer = async () => new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } });
    await lastingFile(asked(COUNTRY_PACK));
    expect(stores.get(PLACES_CACHE)?.size).toBe(0);
  });
});

test('tidying keeps this build, and the one before it', async () => {
  for (const name of ['setu-files-1', 'setu-files-2', FILES_CACHE]) stores.set(name, new Map());
  await tidyCaches();
  expect([...stores.keys()].filter((name) => name.startsWith('setu-files-'))).toEqual([
    'setu-files-2',
    FILES_CACHE,
  ]);
});
