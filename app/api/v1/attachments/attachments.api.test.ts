import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DeskCase } from '@/lib/contract/wire';
import type { Bytes } from '@/lib/crypto/bytes';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { type Made, makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre, atDesk, onOwnPhone } from '@/lib/server/testing/people';
import type { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let centre: TestClient;

beforeAll(async () => {
  server = await createTestServer();
  centre = await atCentre(server.origin);
});
afterAll(() => server.close());

const TUS = { 'tus-resumable': '1.0.0' };
const PIECE = 'application/offset+octet-stream';

async function filed(file?: Bytes) {
  const made = await makeSubmission(server, centre, {
    serviceId: 'nationality-character-certificate',
    ...(file ? { file } : {}),
  });
  await centre.file(made.submission);
  return made;
}

function firstFile({ submission, boxes }: Made) {
  const header = submission.attachments[0];
  const box = boxes.get(header?.id ?? '');
  if (!header || !box) throw new Error('the service asks for a file');
  return { header, box, submissionId: submission.id };
}
type OneFile = ReturnType<typeof firstFile>;

function create(
  client: TestClient,
  { header, submissionId }: OneFile,
  bend: Record<string, string> = {},
  piece?: Uint8Array<ArrayBuffer>,
) {
  const values = { submissionId, attachmentId: header.id, sha256: header.sha256, ...bend };
  const metadata = Object.entries(values)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
  const headers = {
    ...TUS,
    'upload-length': bend.length ?? String(header.bytes),
    'upload-metadata': metadata,
  };
  return client.send(
    'POST',
    '/api/v1/attachments',
    piece ? { raw: piece, headers: { ...headers, 'content-type': PIECE } } : { headers },
  );
}

const patch = (client: TestClient, url: string, offset: number, raw: Uint8Array<ArrayBuffer>) =>
  client.send('PATCH', url, {
    raw,
    headers: { ...TUS, 'upload-offset': String(offset), 'content-type': PIECE },
  });
const offsetOf = async (client: TestClient, url: string) => {
  const { status, headers } = await client.send('HEAD', url, { headers: TUS });
  return { status, offset: headers.get('upload-offset') };
};

async function upload(file: OneFile, box: Uint8Array<ArrayBuffer> = file.box) {
  const made = await create(centre, file);
  const url = made.headers.get('location') ?? '';
  return { url, said: await patch(centre, url, 0, box) };
}

describe('a file that was announced', () => {
  it('arrives whole, is cleaned, counted and shown to the officer', async () => {
    const made = await filed();
    const file = firstFile(made);
    const before = (await centre.sync([])).body.cursor;
    const { said } = await upload(file);
    expect(said).toMatchObject({ status: 204 });
    expect(said.headers.get('upload-offset')).toBe(String(file.header.bytes));
    const { changes } = (await centre.sync([], before)).body;
    expect(changes).toMatchObject([
      { submissionId: file.submissionId, status: 'received', files: { have: 1 } },
    ]);

    const officer = await atDesk(server.origin);
    const opened = await officer.send<DeskCase>('GET', `/api/v1/desk/cases/${file.submissionId}`);
    expect(opened.body.attachments.find(({ id }) => id === file.header.id)).toMatchObject({
      state: 'stored',
    });
    for (const url of [
      `/api/v1/desk/cases/${file.submissionId}/attachments/${file.header.id}`,
      `/api/v1/desk/attachments/${file.header.id}`,
    ]) {
      const { status, headers, body } = await officer.send<Uint8Array>('GET', url);
      expect(status).toBe(200);
      expect(await sharp(body).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 48 });
      expect(Buffer.from(body).includes('somewhere private')).toBe(false);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${file.header.id}.jpg"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining('sandbox'),
      });
    }
  });

  it('is taken up where the line was cut', async () => {
    const file = firstFile(await filed());
    const url = (await create(centre, file)).headers.get('location') ?? '';
    const half = Math.floor(file.box.length / 2);
    await patch(centre, url, 0, file.box.slice(0, half));
    expect(await offsetOf(centre, url)).toEqual({ status: 200, offset: String(half) });
    expect(await patch(centre, url, 0, file.box)).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await patch(centre, url, half, file.box.slice(half))).status).toBe(204);
  });

  it('keeps what arrived when its address was lost and it is created again', async () => {
    const file = firstFile(await filed());
    const url = (await create(centre, file)).headers.get('location') ?? '';
    await patch(centre, url, 0, file.box.slice(0, 100));
    const again = await create(centre, file);
    expect({ status: again.status, url: again.headers.get('location') }).toEqual({ status: 201, url });
    expect(await offsetOf(centre, url)).toEqual({ status: 200, offset: '100' });
  });

  it('is done for ever: whoever asks again hears that it is whole', async () => {
    const file = firstFile(await filed());
    const { url } = await upload(file);
    const whole = String(file.header.bytes);
    expect(await offsetOf(centre, url)).toEqual({ status: 200, offset: whole });
    expect((await create(centre, file)).headers.get('upload-offset')).toBe(whole);
    expect((await patch(centre, url, file.header.bytes, new Uint8Array(0))).status).toBe(204);
    expect((await centre.send('DELETE', url, { headers: TUS })).status).toBe(403);
    const { body } = await (await atDesk(server.origin)).send<DeskCase>(
      'GET',
      `/api/v1/desk/cases/${file.submissionId}`,
    );
    expect(body.files.have).toBe(1);
  });

  it('is finished by the next question when the server died after the last byte', async () => {
    const file = firstFile(await filed());
    const url = (await create(centre, file)).headers.get('location') ?? '';
    const { writeFile } = await import('node:fs/promises');
    await writeFile(path.join(server.dataDir, 'uploads', path.basename(url)), file.box);
    expect(await offsetOf(centre, url)).toEqual({ status: 200, offset: String(file.header.bytes) });
    expect((await upload(file)).said.status).toBe(409);
    const officer = await atDesk(server.origin);
    const { body } = await officer.send<DeskCase>('GET', `/api/v1/desk/cases/${file.submissionId}`);
    expect(body.files.have).toBe(1);
  });

  it('leaves nothing behind in the folder of uploads, and only its owner can read it', async () => {
    const file = firstFile(await filed());
    const { url } = await upload(file);
    expect(await readdir(path.join(server.dataDir, 'uploads'))).not.toContain(path.basename(url));
    const kept = path.join(
      server.dataDir,
      'attachments',
      file.submissionId.slice(0, 2),
      file.submissionId,
      file.header.id,
    );
    expect((await stat(kept)).mode & 0o077).toBe(0);
    expect((await readFile(kept)).length).toBeGreaterThan(0);
  });
});

describe('a file whose first piece comes with its creation', () => {
  const haveOf = async ({ submissionId }: OneFile) => {
    const officer = await atDesk(server.origin);
    return (await officer.send<DeskCase>('GET', `/api/v1/desk/cases/${submissionId}`)).body.files.have;
  };

  it('goes on behind that piece', async () => {
    const file = firstFile(await filed());
    const half = Math.floor(file.box.length / 2);
    const { status, headers } = await create(centre, file, {}, file.box.slice(0, half));
    expect({ status, offset: headers.get('upload-offset') }).toEqual({ status: 201, offset: String(half) });
    expect(headers.get('upload-length')).toBeNull();
    const url = headers.get('location') ?? '';
    expect(await offsetOf(centre, url)).toEqual({ status: 200, offset: String(half) });
    expect((await patch(centre, url, half, file.box.slice(half))).status).toBe(204);
    expect(await haveOf(file)).toBe(1);
  });

  it('is stored at once when that is the whole of it, and says so whenever it is asked', async () => {
    const file = firstFile(await filed());
    for (const piece of [file.box, undefined, file.box]) {
      const { status, headers } = await create(centre, file, {}, piece);
      const whole = String(file.header.bytes);
      expect([status, headers.get('upload-offset'), headers.get('upload-length')]).toEqual([
        201,
        whole,
        whole,
      ]);
    }
    expect(await haveOf(file)).toBe(1);
  });

  it('is asked for again when that piece was damaged and the whole', async () => {
    const file = firstFile(await filed());
    const bad = file.box.slice();
    bad[0] = (bad[0] ?? 0) ^ 1;
    expect(await create(centre, file, {}, bad)).toMatchObject({
      status: 422,
      body: { code: 'checksum-mismatch' },
    });
    expect((await create(centre, file, {}, file.box)).headers.get('upload-length')).toBe(
      String(file.header.bytes),
    );
    expect(await haveOf(file)).toBe(1);
  });

  it('keeps what it has when it is created again with a piece, and takes no byte too many', async () => {
    const file = firstFile(await filed());
    const third = Math.floor(file.box.length / 3);
    await create(centre, file, {}, file.box.slice(0, third));
    const other = new Uint8Array(2 * third).fill(7);
    const again = await create(centre, file, {}, other);
    expect(again.headers.get('upload-offset')).toBe(String(third));
    const url = again.headers.get('location') ?? '';
    expect((await patch(centre, url, third, file.box.slice(third))).status).toBe(204);
    expect(await haveOf(file)).toBe(1);

    const next = firstFile(await filed());
    const longer = new Uint8Array(next.box.length + 1);
    longer.set(next.box);
    expect((await create(centre, next, {}, longer)).status).toBe(413);
    expect((await upload(next)).said.status).toBe(204);
  });

  it('is finished by the next creation when the server died after the last byte', async () => {
    const file = firstFile(await filed());
    const url = (await create(centre, file)).headers.get('location') ?? '';
    const { writeFile } = await import('node:fs/promises');
    await writeFile(path.join(server.dataDir, 'uploads', path.basename(url)), file.box);
    expect((await create(centre, file)).headers.get('upload-length')).toBe(String(file.header.bytes));
    expect(await haveOf(file)).toBe(1);
  });
});

describe('a file that is damaged or is not what it should be', () => {
  it.each([0, 0.5, 1])('is asked for again when a byte changed on the way (at %f)', async (where) => {
    const file = firstFile(await filed());
    const bad = file.box.slice();
    const at = Math.min(bad.length - 1, Math.floor(bad.length * where));
    bad[at] = (bad[at] ?? 0) ^ 1;
    const { url, said } = await upload(file, bad);
    expect(said).toMatchObject({ status: 422, body: { code: 'checksum-mismatch' } });
    expect((await offsetOf(centre, url)).status).toBe(404);
    expect((await upload(file)).said.status).toBe(204);
  });

  const cases: [string, () => Promise<Buffer> | Buffer, number, string][] = [
    [
      'an SVG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      415,
      'unsupported-media',
    ],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 415, 'unsupported-media'],
    ['an archive', () => Buffer.from('504b0304140000000000', 'hex'), 415, 'unsupported-media'],
    ['noise', () => randomBytes(500), 415, 'unsupported-media'],
    [
      'a GIF',
      () =>
        sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
          .gif()
          .toBuffer(),
      415,
      'unsupported-media',
    ],
    [
      'a cut photograph',
      async () =>
        (
          await sharp({
            create: {
              width: 400,
              height: 400,
              channels: 3,
              background: 'red',
              noise: { type: 'gaussian', mean: 128, sigma: 40 },
            },
          })
            .jpeg()
            .toBuffer()
        ).subarray(0, 4000),
      422,
      'validation-failed',
    ],
    [
      'a picture of 64 million points',
      () =>
        sharp({
          create: { width: 8000, height: 8000, channels: 3, background: 'red' },
          limitInputPixels: false,
        })
          .png({ compressionLevel: 9 })
          .toBuffer(),
      422,
      'validation-failed',
    ],
  ];
  it.each(cases)(
    'is refused for good: %s',
    async (_name, make, status, code) => {
      const file = firstFile(await filed(new Uint8Array(await make())));
      const { url, said } = await upload(file);
      expect(said).toMatchObject({ status, body: { code } });
      expect(await create(centre, file)).toMatchObject({ status, body: { code } });
      expect((await offsetOf(centre, url)).status).toBe(status);
    },
    60_000,
  );

  it.each(['png', 'webp'] as const)(
    'is taken by its content: a %s that was announced as JPEG',
    async (format) => {
      const picture = await sharp({ create: { width: 9, height: 9, channels: 4, background: 'red' } })
        .toFormat(format)
        .toBuffer();
      const file = firstFile(await filed(new Uint8Array(picture)));
      expect((await upload(file)).said.status).toBe(204);
      const { body } = await (await atDesk(server.origin)).send<DeskCase>(
        'GET',
        `/api/v1/desk/cases/${file.submissionId}`,
      );
      expect(body.attachments.find(({ id }) => id === file.header.id)?.mediaType).toBe(`image/${format}`);
    },
  );

  it('is kept as it is when it is a PDF', async () => {
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
    const file = firstFile(await filed(new Uint8Array(pdf)));
    expect((await upload(file)).said.status).toBe(204);
    const officer = await atDesk(server.origin);
    const { body } = await officer.send<Uint8Array>('GET', `/api/v1/desk/attachments/${file.header.id}`);
    expect(Buffer.from(body).equals(pdf)).toBe(true);
  });

  it('loses what was pasted behind the picture', async () => {
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const file = firstFile(
      await filed(new Uint8Array(Buffer.concat([photo, Buffer.from('<script>steal()</script>')]))),
    );
    expect((await upload(file)).said.status).toBe(204);
    const officer = await atDesk(server.origin);
    const { body } = await officer.send<Uint8Array>('GET', `/api/v1/desk/attachments/${file.header.id}`);
    expect(Buffer.from(body).includes('steal')).toBe(false);
  });
});

describe('an upload that nobody asked for', () => {
  it('is not found: another stream, another file, another submission', async () => {
    const file = firstFile(await filed());
    const phone = await onOwnPhone(server.origin);
    expect((await create(phone, file)).status).toBe(404);
    const { url } = { url: (await create(centre, file)).headers.get('location') ?? '' };
    expect((await offsetOf(phone, url)).status).toBe(404);
    expect((await patch(phone, url, 0, file.box)).status).toBe(404);
    expect((await phone.send('DELETE', url, { headers: TUS })).status).toBe(404);
    const other = '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10';
    expect((await create(centre, file, { attachmentId: other })).status).toBe(404);
    expect((await create(centre, file, { submissionId: other })).status).toBe(404);
    expect((await offsetOf(centre, url)).offset).toBe('0');
  });

  it.each([
    ['longer than announced', { length: '99999999' }, 413],
    ['shorter than announced', { length: '5' }, 422],
    ['of no length', { length: 'x' }, 422],
    ['with another hash', { sha256: '0'.repeat(64) }, 422],
    ['with a path for a name', { attachmentId: '../../keys/server-keys.json' }, 400],
  ])('is refused: %s', async (_name, bend: Record<string, string>, status) => {
    expect((await create(centre, firstFile(await filed()), bend)).status).toBe(status);
  });

  it('is refused as another type, and without saying where it goes on', async () => {
    const file = firstFile(await filed());
    const url = (await create(centre, file)).headers.get('location') ?? '';
    const send = (headers: Record<string, string>) =>
      centre.send('PATCH', url, { raw: file.box, headers: { ...TUS, ...headers } });
    expect(await send({ 'content-type': 'application/json', 'upload-offset': '0' })).toMatchObject({
      status: 415,
      body: { code: 'unsupported-media' },
    });
    expect(await send({ 'content-type': 'application/offset+octet-stream' })).toMatchObject({
      status: 400,
      body: { code: 'malformed-request' },
    });
  });

  it('is refused beyond its length, without its version and under odd addresses', async () => {
    const file = firstFile(await filed());
    const url = (await create(centre, file)).headers.get('location') ?? '';
    expect((await patch(centre, url, 0, new Uint8Array([...file.box, 1]))).status).toBe(413);
    expect((await centre.send('HEAD', url)).status).toBe(412);
    for (const odd of ['x', '..%2f..%2fkeys', '%00', `${path.basename(url)}.json`])
      expect((await offsetOf(centre, `/api/v1/attachments/${odd}`)).status).toBe(404);
  });

  it('names the protocol in every answer, so that a portal is told apart', async () => {
    const { headers } = await create(centre, firstFile(await filed()), { length: '5' });
    expect(headers.get('tus-resumable')).toBe('1.0.0');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a full disk', () => {
  afterEach(() => {
    delete process.env.SETU_MIN_FREE_BYTES;
  });

  it('is said before a byte is taken, and reading goes on', async () => {
    const { forgetServerContext } = await import('@/lib/server/server-context');
    const file = firstFile(await filed());
    process.env.SETU_MIN_FREE_BYTES = String(Number.MAX_SAFE_INTEGER);
    forgetServerContext();
    expect(await create(centre, file)).toMatchObject({ status: 507, body: { code: 'storage-full' } });
    expect((await centre.sync([])).status).toBe(200);
    delete process.env.SETU_MIN_FREE_BYTES;
    forgetServerContext();
    expect((await upload(file)).said.status).toBe(204);
  });
});
