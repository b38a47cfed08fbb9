import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { FIRST_CHUNK_BYTES, MOST_CHUNK_BYTES } from './chunk-size';
import { type Seen, startLocalServer } from './testing/local-server';
import { type UploadJob, uploadFile } from './tus-uploader';

const FILE = new Uint8Array(150_000).map((_, at) => at % 251);
const SHA = createHash('sha256').update(FILE).digest('hex');
type Trick = (response: ServerResponse, seen: Seen, state: State) => boolean;
interface State {
  data: Buffer;
  created: number;
  patches: number;
}

/** A small tus server for `file`; a plain one takes no piece with a creation. `trick` may answer a request itself, to be strange. */
async function startTus(trick: Trick = () => false, { isPlain = false, file = FILE } = {}) {
  const sha256 = createHash('sha256').update(file).digest('hex');
  const isBroken = (data: Buffer) =>
    data.length === file.length && createHash('sha256').update(data).digest('hex') !== sha256;
  const state: State = { data: Buffer.alloc(0), created: 0, patches: 0 };
  const tus = { 'tus-resumable': '1.0.0' };
  const server = await startLocalServer((response, seen) => {
    if (seen.method === 'PATCH') state.patches += 1;
    if (trick(response, seen, state)) return;
    const location = `http://inside.invalid/api/v1/attachments/u${state.created + 1}`;
    if (seen.method === 'POST') {
      state.created += 1;
      state.data = isPlain ? Buffer.alloc(0) : seen.body;
      if (isBroken(state.data)) return problem(response, 422, 'checksum-mismatch');
      const isStored = state.data.length === file.length && { 'upload-length': file.length };
      const said = { ...tus, location, ...(!isPlain && { 'upload-offset': state.data.length }), ...isStored };
      response.writeHead(201, said).end();
    } else if (!seen.url.endsWith(`/u${state.created}`)) response.writeHead(404, tus).end();
    else if (seen.method === 'HEAD')
      response.writeHead(200, { ...tus, 'upload-offset': state.data.length }).end();
    else if (Number(seen.headers['upload-offset']) !== state.data.length) response.writeHead(409, tus).end();
    else {
      state.data = Buffer.concat([state.data, seen.body]);
      if (isBroken(state.data)) return problem(response, 422, 'checksum-mismatch');
      response.writeHead(204, { ...tus, 'upload-offset': state.data.length }).end();
    }
  });
  return { ...server, state };
}

function problem(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify({ code }));
}

function jobFor(uploadUrl?: string, file = FILE) {
  const kept: { uploadUrl: string | undefined; offset: number } = { uploadUrl, offset: 0 };
  const job: UploadJob = {
    target: { submissionId: 's', attachmentId: 'a', sha256: SHA, bytes: file.length },
    ...(uploadUrl !== undefined && { uploadUrl }),
    read: async (offset, length) => file.slice(offset, offset + length),
    remember: async (progress) => {
      Object.assign(kept, progress);
    },
  };
  return { job, kept };
}

const never = new AbortController().signal;

async function upload(trick?: Trick, url?: string) {
  const server = await startTus(trick);
  const { job, kept } = jobFor(url);
  try {
    return {
      outcome: await uploadFile(server.line, job, never),
      kept,
      state: server.state,
      seen: server.seen,
    };
  } finally {
    await server.stop();
  }
}

describe('uploading a file', () => {
  test('arrives whole, in pieces, with its name in the metadata', async () => {
    const { outcome, state, seen } = await upload();
    expect(outcome).toEqual({ type: 'sent' });
    expect(Buffer.compare(state.data, FILE)).toBe(0);
    expect(state.patches).toBeGreaterThan(1);
    expect(seen[0]?.headers['upload-metadata']).toBe(
      `submissionId ${btoa('s')},attachmentId ${btoa('a')},sha256 ${btoa(SHA)}`,
    );
  });

  test('a cut in the middle waits, and the next go resumes where the server stood', async () => {
    const server = await startTus((response, { method }, state) => {
      if (method !== 'PATCH' || state.patches !== 2) return false;
      response.destroy();
      return true;
    });
    const first = jobFor();
    expect(await uploadFile(server.line, first.job, never)).toEqual({ type: 'wait', reason: 'no-line' });
    expect(first.kept.offset).toBe(FIRST_CHUNK_BYTES + MOST_CHUNK_BYTES);
    const second = jobFor(first.kept.uploadUrl);
    expect(await uploadFile(server.line, second.job, never)).toEqual({ type: 'sent' });
    expect(Buffer.compare(server.state.data, FILE)).toBe(0);
    expect(server.state.created).toBe(1);
    await server.stop();
  });

  test('stops between two pieces when something else needs the line, and goes on from there', async () => {
    const server = await startTus();
    const { job, kept } = jobFor();
    const stopped = await uploadFile(server.line, { ...job, mustStop: async () => true }, never);
    expect(stopped).toEqual({ type: 'interrupted' });
    expect(kept.offset).toBe(32 * 1024);
    expect(server.state.data.length).toBe(32 * 1024);
    const rest = jobFor(kept.uploadUrl);
    expect(await uploadFile(server.line, rest.job, never)).toEqual({ type: 'sent' });
    expect(Buffer.compare(server.state.data, FILE)).toBe(0);
    await server.stop();
  });

  test('no piece is larger than what a cut may cost', async () => {
    const { seen } = await upload();
    const pieces = seen.map(({ body }) => body.length);
    expect(pieces.slice(0, 2)).toEqual([FIRST_CHUNK_BYTES, MOST_CHUNK_BYTES]);
    expect(Math.max(...pieces)).toBeLessThanOrEqual(MOST_CHUNK_BYTES);
  });

  test('the first piece goes with the creation, and a small file in that one request', async () => {
    const { seen } = await upload();
    expect(seen.map(({ method }) => method)).toEqual(['POST', 'PATCH', 'PATCH']);
    const small = FILE.slice(0, 9_000);
    const server = await startTus(undefined, { file: small });
    expect(await uploadFile(server.line, jobFor(undefined, small).job, never)).toEqual({ type: 'sent' });
    expect(server.seen.map(({ method, body }) => [method, body.length])).toEqual([['POST', small.length]]);
    await server.stop();
  });

  test('a small file is sent only when the server says that it is stored', async () => {
    const small = FILE.slice(0, 9_000);
    const server = await startTus(
      (response, { method, url }, state) => {
        if (method !== 'POST') return false;
        state.created += 1;
        state.data = Buffer.from(small);
        const said = { location: `${url}/u${state.created}`, 'upload-offset': small.length };
        response.writeHead(201, { 'tus-resumable': '1.0.0', ...said }).end();
        return true;
      },
      { file: small },
    );
    expect(await uploadFile(server.line, jobFor(undefined, small).job, never)).toEqual({ type: 'sent' });
    expect(server.seen.map(({ method, body }) => [method, body.length])).toEqual([
      ['POST', small.length],
      ['PATCH', 0],
    ]);
    await server.stop();
  });

  test('a server that takes no piece with the creation gets the file all the same, and one piece too much only once', async () => {
    const server = await startTus(undefined, { isPlain: true });
    for (const _ of [1, 2]) {
      expect(await uploadFile(server.line, jobFor().job, never)).toEqual({ type: 'sent' });
      expect(Buffer.compare(server.state.data, FILE)).toBe(0);
    }
    const creations = server.seen.filter(({ method }) => method === 'POST');
    expect(creations.map(({ body }) => body.length)).toEqual([FIRST_CHUNK_BYTES, 0]);
    await server.stop();
  });

  test('a creation that was not answered is asked for again without a piece', async () => {
    const server = await startTus();
    const { job } = jobFor();
    await uploadFile(server.line, { ...job, wasBegun: true }, never);
    expect(server.seen.slice(0, 2).map(({ method, body }) => [method, body.length])).toEqual([
      ['POST', 0],
      ['PATCH', FIRST_CHUNK_BYTES],
    ]);
    expect(Buffer.compare(server.state.data, FILE)).toBe(0);
    await server.stop();
  });

  test('an upload that expired begins again', async () => {
    const { outcome, state } = await upload(undefined, '/api/v1/attachments/old');
    expect(outcome).toEqual({ type: 'sent' });
    expect(state.created).toBe(1);
  });

  test('an offset the server disputes is asked for and followed', async () => {
    let lied = false;
    const { outcome, state } = await upload((_, seen, inner) => {
      if (seen.method !== 'PATCH' || lied) return false;
      lied = true;
      inner.data = Buffer.from(FILE.subarray(0, 1000));
      return false;
    });
    expect(outcome).toEqual({ type: 'sent' });
    expect(Buffer.compare(state.data, FILE)).toBe(0);
  });

  test('a file that arrived broken starts over, and only three times', async () => {
    const flip: Trick = (_, seen) => {
      if (seen.method === 'POST') seen.body[0] = 99;
      return false;
    };
    const { outcome, state } = await upload(flip);
    expect(outcome).toEqual({ type: 'refused', code: 'checksum-mismatch' });
    expect(state.created).toBe(3);
    const once: Trick = (response, seen, inner) => inner.created < 2 && flip(response, seen, inner);
    expect((await upload(once)).outcome).toEqual({ type: 'sent' });
  });

  test('a whole file whose last answer was lost is asked about once more', async () => {
    const { outcome, seen } = await upload((_, one, inner) => {
      if (one.method === 'HEAD') inner.data = Buffer.from(FILE);
      if (inner.created === 0) inner.created = 1;
      return false;
    }, '/api/v1/attachments/u1');
    expect(outcome).toEqual({ type: 'sent' });
    expect(seen.map(({ method, body }) => [method, body.length])).toEqual([
      ['HEAD', 0],
      ['PATCH', 0],
    ]);
  });

  test.each([
    ['a portal', 200, { type: 'wait', reason: 'not-our-server' }],
    ['no session', 401, { type: 'wait', reason: 'session-needed' }],
    ['a text that is not there yet', 404, { type: 'wait', reason: 'server-busy', onlyThisFile: true }],
    ['a locked upload', 423, { type: 'wait', reason: 'server-busy', onlyThisFile: true }],
    ['a full disk', 507, { type: 'wait', reason: 'server-busy' }],
    ['a file too large', 413, { type: 'refused', code: 'too-large' }],
    ['a forbidden kind of file', 415, { type: 'refused', code: 'unsupported-media' }],
  ])('%s (%i)', async (_, status, expected) => {
    const code = { 401: 'unauthenticated', 413: 'too-large', 415: 'unsupported-media' }[status];
    const { outcome } = await upload((response) => {
      if (status === 200) response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in</h1>');
      else problem(response, status, code ?? 'unavailable');
      return true;
    });
    expect(outcome).toEqual(expected);
  });

  test('bytes that are gone from the device are named damaged', async () => {
    const server = await startTus();
    const { job } = jobFor();
    const outcome = await uploadFile(server.line, { ...job, read: async () => null }, never);
    expect(outcome).toEqual({ type: 'damaged' });
    await server.stop();
  });
});
