import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { RunningServer } from '../../e2e/fixtures/running-server';
import { LIMITS } from '../../lib/contract/limits';
import { seededChance } from '../../lib/forms/testing/chance';
import { FIRST_CHUNK_BYTES } from '../../lib/remote/chunk-size';
import { readOffset } from '../../lib/remote/tus-calls';
import { figure } from '../figures';
import { everyNth } from './every-nth';
import { fileJourney } from './journeys';
import { ask, expectWholeBooks } from './ledger';
import { LinedDevice } from './lined-device';
import { pdfOf, type SealedFile } from './sealed-items';

const MIB = 1024 * 1024;
/** IV and tag around what is inside. */
const SEAL_BYTES = 28;
/** The largest piece the app sends. */
const LARGEST_CHUNK = 256 * 1024;
/** Heads of requests and answers of one try: create or ask, and the pieces. */
const HEADS = 2_000;
const NEVER = new AbortController().signal;

let server: RunningServer;
let device: LinedDevice;
beforeAll(async () => {
  server = await RunningServer.start({ env: { SETU_LOG_LEVEL: 'silent' } });
  device = await LinedDevice.enrol(server, 'nationality-character-certificate');
});
afterAll(async () => {
  await device?.close();
  await server?.stop();
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pathOf = ({ submissionId, header }: SealedFile): string =>
  join(server.dataDir, 'uploads', `${submissionId}_${header.id}`);

/**
 * What HEAD says is what lies on the server's disk, and that is how the file begins. A write that was under way when the line broke
 * may still land behind the first answer: never less is there than was said, and in the end just that.
 */
async function expectTrueOffset(file: SealedFile): Promise<number> {
  const url = `/api/v1/attachments/${file.submissionId}_${file.header.id}`;
  const first = await readOffset(device.line, url, NEVER);
  if (!first.ok) {
    expect(first.problem).toMatchObject({ type: 'problem', status: 404 });
    return 0;
  }
  if (first.value === file.header.bytes) return first.value;
  return vi.waitFor(async () => {
    const said = await readOffset(device.line, url, NEVER);
    const there = readFileSync(pathOf(file));
    expect(said).toEqual({ ok: true, value: there.length });
    expect(there.length).toBeGreaterThanOrEqual(first.value);
    expect(sha256(there)).toBe(sha256(file.box.subarray(0, there.length)));
    return there.length;
  });
}

/** The file is stored, counted once, and its bytes are those that went in. */
async function expectStored({ submissionId, header, plain }: SealedFile): Promise<void> {
  const [row] = await ask<{ state: string; path: string; stored_sha256: string; have: number }>(
    server,
    `SELECT a.state, a.path, a.stored_sha256, s.files_have AS have FROM attachments a
       JOIN submissions s ON s.id = a.submission_id WHERE a.submission_id = $1 AND a.id = $2`,
    [submissionId, header.id],
  );
  expect(row).toMatchObject({ state: 'stored', stored_sha256: sha256(plain), have: 1 });
  expect(sha256(readFileSync(join(server.dataDir, row?.path ?? '')))).toBe(sha256(plain));
}

/** Sends a file whose line is cut after each of these bytes of what goes up; resolves with all that went up. */
async function sendThroughCuts(content: number, cuts: readonly number[]): Promise<number> {
  const journey = await fileJourney(server, device, pdfOf(content));
  const { proxy } = device;
  proxy.resetCounts();
  for (const bytes of cuts) {
    proxy.cutAfter('up', bytes, bytes % 2 === 0 ? 'end' : 'reset');
    const outcome = await journey.send();
    if (outcome.type === 'sent') break;
    expect(outcome).toMatchObject({ type: 'wait', reason: 'no-line' });
    await proxy.leftByServer();
    const up = proxy.counts.up;
    proxy.restore();
    await expectTrueOffset(journey.file);
    proxy.counts.up = up;
  }
  proxy.restore();
  expect((await journey.send()).type).toBe('sent');
  await expectStored(journey.file);
  return proxy.counts.up;
}

interface Size {
  readonly name: string;
  readonly bytes: number;
  /** Files per change and per night, and cuts of each. */
  readonly files: readonly [number, number];
  readonly cutsEach: number;
}

// 5 bytes of content is the shortest PDF that its name tells; a file of 0 bytes may not be announced.
const SIZES: readonly Size[] = [
  { name: 'the smallest', bytes: 5, files: [40, 1_000], cutsEach: 1 },
  { name: '1 MiB - 1', bytes: MIB - 1 - SEAL_BYTES, files: [6, 1_000], cutsEach: 1 },
  { name: '1 MiB', bytes: MIB - SEAL_BYTES, files: [6, 1_000], cutsEach: 1 },
  { name: '1 MiB + 1', bytes: MIB + 1 - SEAL_BYTES, files: [6, 1_000], cutsEach: 5 },
  { name: '10 MiB + 1', bytes: 10 * MIB + 1, files: [1, 60], cutsEach: 12 },
  { name: 'the largest', bytes: LIMITS.fileBytes - SEAL_BYTES, files: [1, 20], cutsEach: 12 },
];

describe('an upload whose line is cut', () => {
  test.each(SIZES)('$name: HEAD is true, the hash is equal, little goes twice', async (size) => {
    const chance = seededChance(size.bytes);
    const edges = [0, 1, FIRST_CHUNK_BYTES - 1, FIRST_CHUNK_BYTES, FIRST_CHUNK_BYTES + 1];
    const files = everyNth(Array.from({ length: figure(...size.files) }, (_, n) => n));
    let cuts = 0;
    for (const n of files) {
      const whole = size.bytes + SEAL_BYTES + HEADS;
      const at = Array.from({ length: size.cutsEach }, (_, k) =>
        n < edges.length && k === 0
          ? (edges[n] ?? 0)
          : Math.floor(chance() * (size.cutsEach === 1 ? whole : whole / size.cutsEach)),
      );
      const up = await sendThroughCuts(size.bytes, at);
      cuts += at.length;
      // each cut costs at most the piece that was on its way, and the heads of asking again
      const heads = HEADS * (at.length + Math.ceil(size.bytes / FIRST_CHUNK_BYTES));
      const most = size.bytes + SEAL_BYTES + at.length * LARGEST_CHUNK + heads;
      expect(up).toBeLessThanOrEqual(most);
    }
    await expectWholeBooks(server);
    console.log(`uploads: ${size.name}: ${cuts} cuts in ${files.length} files`);
  });

  test('the answer to the last piece is lost: the file is counted once', async () => {
    for (let bytes = 0; bytes < figure(30, 300); bytes++) {
      const journey = await fileJourney(server, device, pdfOf(100));
      const { proxy } = device;
      // the answers to creation and to the only piece
      proxy.cutAfter('down', bytes * 15, bytes % 2 === 0 ? 'end' : 'reset');
      await journey.send();
      proxy.restore();
      expect((await journey.send()).type).toBe('sent');
      await expectStored(journey.file);
    }
    await expectWholeBooks(server);
  });
});

describe('a piece that arrives damaged', () => {
  const SIZE = 3 * FIRST_CHUNK_BYTES;
  const flip = (at: (length: number) => number) => (box: Uint8Array) => {
    const bytes = box.slice();
    const index = at(bytes.length);
    bytes[index] = (bytes[index] ?? 0) ^ 1;
    return bytes;
  };
  const damages: readonly (readonly [string, (box: Uint8Array) => Uint8Array])[] = [
    ['the first bit', flip(() => 0)],
    ['a bit in the middle', flip((length) => length >> 1)],
    ['the last bit', flip((length) => length - 1)],
    [
      'two pieces in the other order',
      (box) => {
        const bytes = box.slice();
        bytes.set(box.subarray(FIRST_CHUNK_BYTES, 2 * FIRST_CHUNK_BYTES), 0);
        bytes.set(box.subarray(0, FIRST_CHUNK_BYTES), FIRST_CHUNK_BYTES);
        return bytes;
      },
    ],
  ];
  test.each(damages)('%s: that file alone begins anew', async (_, damage) => {
    for (let round = 0; round < figure(3, 40); round++) {
      const journey = await fileJourney(server, device, pdfOf(SIZE));
      const { box } = journey.file;
      const said = await sendRaw(journey.file, damage(box));
      expect(said).toMatchObject({ status: 422, code: 'checksum-mismatch' });
      expect(await journey.isDone()).toBe(false);
      expect(existsSync(pathOf(journey.file))).toBe(false);
      expect((await journey.send()).type).toBe('sent');
      await expectStored(journey.file);
    }
    await expectWholeBooks(server);
  });

  test('a byte too few waits for the rest, a byte too many is refused; the file can still be sent', async () => {
    for (let round = 0; round < figure(3, 40); round++) {
      const journey = await fileJourney(server, device, pdfOf(SIZE));
      const { box } = journey.file;
      expect(await sendRaw(journey.file, box.slice(0, -1))).toMatchObject({ status: 204 });
      expect(await expectTrueOffset(journey.file)).toBe(box.length - 1);
      const longer = new Uint8Array(box.length + 1);
      longer.set(box);
      const said = await sendRaw(journey.file, longer.subarray(box.length - 1), box.length - 1);
      expect(said.status).toBeGreaterThanOrEqual(400);
      expect(said.status).toBeLessThan(500);
      expect((await journey.send()).type).toBe('sent');
      await expectStored(journey.file);
    }
  });
});

/** One creation and one piece, as a client without any care would send them. */
async function sendRaw(
  { submissionId, header }: SealedFile,
  bytes: Uint8Array,
  offset = 0,
): Promise<{ readonly status: number; readonly code: string | undefined }> {
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
    headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  });
  const text = await answer.text();
  const code = text.startsWith('{') ? (JSON.parse(text) as { readonly code?: string }).code : undefined;
  return { status: answer.status, code };
}
