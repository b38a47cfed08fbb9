import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunningServer } from '../../e2e/fixtures/running-server';
import { readOffset } from '../../lib/remote/tus-calls';
import { fileJourney } from './journeys';
import { expectWholeBooks } from './ledger';
import { LinedDevice } from './lined-device';
import { pdfOf } from './sealed-items';

const MIB = 1024 * 1024;
/** POSIX counts in blocks of 512 bytes. The kernel refuses to write a file further than this, to root too. */
const LIMIT_BLOCKS = 4096;
const LIMIT = LIMIT_BLOCKS * 512;
const BIG = 5 * MIB;
const NEVER = new AbortController().signal;

/** How much room the disk of the next start has, as far as one file goes. */
let room: 'none' | 'a little' | 'enough' = 'enough';
let server: RunningServer;
let device: LinedDevice;

const LAUNCHERS = {
  none: ['sh', '-c', 'ulimit -f 0; exec "$0" "$@"'],
  'a little': ['sh', '-c', `ulimit -f ${LIMIT_BLOCKS}; exec "$0" "$@"`],
  enough: [],
} as const;

beforeAll(async () => {
  server = await RunningServer.start({
    env: { SETU_LOG_LEVEL: 'silent' },
    launcher: () => LAUNCHERS[room],
  });
  device = await LinedDevice.enrol(server, 'nationality-character-certificate');
});
afterAll(async () => {
  await device?.close();
  await server?.stop();
});

async function startWith(next: typeof room): Promise<void> {
  room = next;
  await server.killApp();
  await server.startApp();
}

/** Whole files that were taken in; a half one would lie here as well. */
function takenFiles(submissionId: string): readonly string[] {
  const folder = join(server.dataDir, 'attachments', submissionId.slice(0, 2), submissionId);
  return existsSync(folder) ? readdirSync(folder) : [];
}

const isBusy = expect.objectContaining({
  type: 'wait',
  reason: expect.stringMatching(/^server-(busy|error)$/),
});

describe('mode 41: the server’s disk is full', () => {
  test('when an upload begins: it waits, texts go on, and it arrives once there is room', async () => {
    const journey = await fileJourney(server, device, pdfOf(MIB));
    await startWith('none');
    expect(await journey.send()).toEqual(isBusy);
    expect(await journey.isDone()).toBe(false);
    // A text needs no file: it is taken in while uploads wait.
    const beside = await fileJourney(server, device, pdfOf(5));
    expect(takenFiles(journey.file.submissionId)).toEqual([]);
    await startWith('enough');
    for (const one of [journey, beside]) expect(await one.attempt()).toBe(true);
    expect(await journey.isDone()).toBe(true);
  });

  test('in the middle of a piece: what lies there is true, nothing is half, and the rest follows', async () => {
    const journey = await fileJourney(server, device, pdfOf(BIG));
    const { file } = journey;
    await startWith('a little');
    expect(await journey.send()).toEqual(isBusy);
    const url = `/api/v1/attachments/${file.submissionId}_${file.header.id}`;
    const there = readFileSync(join(server.dataDir, 'uploads', `${file.submissionId}_${file.header.id}`));
    expect(there.length).toBeLessThanOrEqual(LIMIT);
    expect(there.length).toBeGreaterThan(0);
    expect(Buffer.compare(there, file.box.subarray(0, there.length))).toBe(0);
    expect(await readOffset(device.line, url, NEVER)).toEqual({ ok: true, value: there.length });
    expect(takenFiles(file.submissionId)).toEqual([]);
    expect(await journey.isDone()).toBe(false);
    await startWith('enough');
    device.proxy.resetCounts();
    expect(await journey.attempt()).toBe(true);
    // Only what was missing went up again.
    expect(device.proxy.counts.up).toBeLessThan(BIG - there.length + 256 * 1024);
    expect(await journey.isDone()).toBe(true);
    await expectWholeBooks(server);
  });

  test('when a whole file is to be written: 507, no half file, and the next asking finishes it', async () => {
    const journey = await fileJourney(server, device, pdfOf(BIG));
    const { file } = journey;
    const url = `/api/v1/attachments/${file.submissionId}_${file.header.id}`;
    expect(await send(file, file.box.subarray(0, -1))).toMatchObject({ status: 204 });
    await server.killApp();
    // The last byte is written, and the power goes before the file is taken in.
    const uploaded = join(server.dataDir, 'uploads', `${file.submissionId}_${file.header.id}`);
    appendFileSync(uploaded, file.box.subarray(-1));
    await startWith('a little');
    for (let round = 0; round < 2; round += 1)
      expect(await readOffset(device.line, url, NEVER)).toMatchObject({
        ok: false,
        problem: { status: 507 },
      });
    expect(readFileSync(uploaded).length).toBe(file.box.length);
    expect(takenFiles(file.submissionId)).toEqual([]);
    expect(await journey.isDone()).toBe(false);
    await startWith('enough');
    expect(await readOffset(device.line, url, NEVER)).toMatchObject({ ok: true, value: file.box.length });
    expect(await journey.attempt()).toBe(true);
    expect(await journey.isDone()).toBe(true);
    expect(takenFiles(file.submissionId)).toHaveLength(1);
    await expectWholeBooks(server);
  });
});

/** Creation and one piece. */
async function send(
  { submissionId, header }: Awaited<ReturnType<typeof fileJourney>>['file'],
  bytes: Uint8Array,
): Promise<{ readonly status: number }> {
  const { line } = device;
  const values = { submissionId, attachmentId: header.id, sha256: header.sha256 };
  const metadata = Object.entries(values).map(([key, value]) => `${key} ${btoa(value)}`);
  const tus = { 'tus-resumable': '1.0.0' };
  await line.fetch(`${line.origin}/api/v1/attachments`, {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(header.bytes), 'upload-metadata': metadata.join(',') },
  });
  const answer = await line.fetch(`${line.origin}/api/v1/attachments/${submissionId}_${header.id}`, {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  });
  await answer.arrayBuffer();
  return { status: answer.status };
}
