import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ServerContext } from '../../server-context';
import { openUploadStore } from './upload-store';

const roots: string[] = [];
afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true, force: true }))));

test('the first sweep of a new server finds nothing, not even a folder, and that is no fault', async () => {
  for (let times = 0; times < 20; times += 1) {
    const root = await mkdtemp(path.join(tmpdir(), 'setu-sweep-'));
    roots.push(root);
    const context = { config: { dataDir: path.join(root, 'new') } } as ServerContext;
    const store = openUploadStore(
      context,
      () => 'a',
      async () => undefined,
    );
    expect(await store.sweep()).toBe(0);
  }
});

test.each([
  ['empty', ''],
  ['half', '{"id":"a","si'],
])(
  'mode 41: an upload begun on a full disk, its notes %s, is begun anew; one that is being begun is not touched',
  async (_, notes) => {
    const root = await mkdtemp(path.join(tmpdir(), 'setu-notes-'));
    roots.push(root);
    const context = { config: { dataDir: root } } as ServerContext;
    const store = openUploadStore(
      context,
      () => 'a',
      async () => undefined,
    );
    await mkdir(path.join(root, 'uploads'), { recursive: true });
    await writeFile(store.filePath('a'), '');
    await writeFile(`${store.filePath('a')}.json`, notes);
    expect(await store.received('a')).toBe(0);
    const before = new Date(Date.now() - 60_000);
    await utimes(store.filePath('a'), before, before);
    expect(await store.received('a')).toBeNull();
    await writeFile(store.filePath('a'), 'bytes');
    await writeFile(`${store.filePath('a')}.json`, '{"id":"a"}');
    await utimes(store.filePath('a'), before, before);
    expect(await store.received('a')).toBe(5);
  },
);
