import { mkdtemp, rm } from 'node:fs/promises';
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
