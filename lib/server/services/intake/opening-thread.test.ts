import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleOpeningWorker } from '../../../../scripts/build/bundle-opening-worker.mjs';
import type { WireSubmission } from '../../../contract/wire';
import { createTestServer, type TestServer } from '../../testing/create-test-server';
import { makeSubmission } from '../../testing/make-submission';
import { atCentre } from '../../testing/people';
import { loadVersions, type PublishedVersions, versionKey } from '../load-versions';
import { readPosition } from '../read-position';
import { openItem } from './open-item';
import { createOpeningThread, type OpeningThread, type ToOpen } from './opening-thread';
import { type ReadItem, readItem } from './read-item';

let server: TestServer;
let folder: string;
let file: string;
let items: readonly ToOpen[];
const threads: OpeningThread[] = [];

beforeAll(async () => {
  server = await createTestServer();
  folder = await mkdtemp(path.join(tmpdir(), 'setu-opening-'));
  file = await bundleOpeningWorker(process.cwd(), path.join(folder, 'opening-worker.mjs'));
  const centre = await atCentre(server.origin);
  const made: WireSubmission[] = [];
  while (made.length < 6) made.push((await makeSubmission(server, centre)).submission as WireSubmission);
  items = await toOpen(made.flatMap((submission, n) => [submission, ...bent(submission, n)]));
});
afterAll(async () => {
  await Promise.all(threads.map((thread) => thread.close()));
  await rm(folder, { recursive: true, force: true });
  await server.close();
});

/** What is refused: another header, another version, another key, a seal that does not open. */
function bent(submission: WireSubmission, n: number): readonly WireSubmission[] {
  const { sealed } = submission;
  const ways: readonly WireSubmission[] = [
    { ...submission, queuedAt: '2026-01-01T00:00:00.000Z' },
    { ...submission, serviceVersion: 999 },
    { ...submission, sealed: { ...sealed, kid: 'nobodys0' } },
    { ...submission, sealed: { ...sealed, z: 'deflate-dict-1' } },
    { ...submission, sealed: { ...sealed, ct: `AAAA${sealed.ct.slice(4)}` } },
  ];
  return ways.slice(n % ways.length, (n % ways.length) + 1);
}

async function toOpen(submissions: readonly WireSubmission[]): Promise<readonly ToOpen[]> {
  const { db } = server.context;
  const [stream] = (await db.execute('SELECT id FROM streams LIMIT 1')).rows as { id: string }[];
  const { catalogueVersion } = await readPosition(db, stream?.id ?? '');
  const services = submissions.map(({ serviceId }) => serviceId);
  const versions: PublishedVersions = await loadVersions(db, services, catalogueVersion);
  const read: ReadItem[] = [];
  for (const one of submissions) {
    const item = await readItem(one);
    if (!item.ok) throw new Error(JSON.stringify(item.problem));
    read.push(item.value);
  }
  return read.map((item) => ({ item, published: versions.get(versionKey(item.submission)) }));
}

function begin(from = file): OpeningThread {
  const thread = createOpeningThread(from, server.dataDir);
  threads.push(thread);
  return thread;
}

it('finds in each what the first thread finds, the good and the bad, in order', async () => {
  const now = Date.now();
  const expected = await Promise.all(
    items.map(({ item, published }) => openItem(item, published, server.context.keys, now)),
  );
  expect(new Set(expected.map((one) => one.ok))).toEqual(new Set([true, false]));
  const thread = begin();
  // Again: by then the versions are numbers.
  for (const _ of [1, 2]) {
    const opened = await thread.open(items, now);
    expect(
      opened?.map((one, at) => (one?.ok ? { ...one, value: { ...items[at]?.item, ...one.value } } : one)),
    ).toEqual(expected);
  }
});

it('answers each who asks at once with his own', async () => {
  const thread = begin();
  const all = await Promise.all(items.map((one) => thread.open([one], Date.now())));
  const shown = all.map((opened, at) => [opened?.[0]?.ok, items[at]?.item.submission.id]);
  const inOne = await thread.open(items, Date.now());
  expect(shown).toEqual(inOne?.map((one, at) => [one?.ok, items[at]?.item.submission.id]));
});

it('leaves it to the caller when the thread ends or never began, and rests then', async () => {
  for (const broken of [path.join(folder, 'not-there.mjs'), '']) {
    const thread = broken === '' ? begin() : begin(broken);
    if (broken === '') await thread.open(items, Date.now());
    const asked = thread.open(items, Date.now());
    if (broken === '') await thread.close();
    expect(await asked).toBeUndefined();
    if (broken !== '') expect(await thread.open(items, Date.now())).toBeUndefined();
  }
});
