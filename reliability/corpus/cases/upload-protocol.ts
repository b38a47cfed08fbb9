import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { answered, type Case, type Category, type Expected, itemRefused, refused } from '../case';
import type { Application } from '../world/application';
import { jpeg } from '../world/files';
import type { Answer } from '../world/http';
import { announce, createUpload, PIECE, pathOf, sendPiece, TUS } from '../world/upload';
import type { World } from '../world/world';

type Send = (world: World, made: Application) => Promise<Answer>;

/** An application with a small photograph, filed; the upload is begun unless `begun` is false. */
const upload = (name: string, send: Send, expected: Expected, begun = true): Case => ({
  name,
  send: async (world) => {
    const made = await world.file(world.centre, { file: await jpeg() });
    if (begun) expect((await createUpload(world, world.centre, made)).status).toBe(201);
    return send(world, made);
  },
  expected,
});

const creation = (
  name: string,
  headers: (made: Application) => Record<string, string>,
  expected: Expected,
): Case =>
  upload(
    name,
    (world, made) =>
      world.ask(world.centre, { method: 'POST', path: '/api/v1/attachments', headers: headers(made) }),
    expected,
    false,
  );

const piece =
  (headers: Record<string, string>, body?: Uint8Array): Send =>
  (world, made) =>
    sendPiece(world, world.centre, made, body, headers);

const without = (headers: Record<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));

async function head(world: World, made: Application): Promise<string | undefined> {
  const { headers } = await world.ask(world.centre, { method: 'HEAD', path: pathOf(made), headers: TUS });
  return headers['upload-offset'] as string | undefined;
}

/** tus, by somebody who does not keep to it. */
export const uploadProtocol: Category = {
  name: 'Uploads: protocol',
  least: 20,
  cases: [
    upload('a piece from beyond what is there', piece({ 'upload-offset': '100' }), refused('conflict')),
    upload(
      'a piece from before what is there',
      async (world, made) => {
        await sendPiece(world, world.centre, made, made.box.subarray(0, 300));
        return sendPiece(world, world.centre, made, made.box.subarray(100, 400), { 'upload-offset': '100' });
      },
      refused('conflict'),
    ),
    upload(
      'more than was announced',
      (world, made) => sendPiece(world, world.centre, made, randomBytes(made.box.byteLength + 1)),
      refused('too-large'),
    ),
    upload('an offset below zero', piece({ 'upload-offset': '-1' }), refused('malformed-request')),
    upload('an offset that is none', piece({ 'upload-offset': 'one' }), refused('malformed-request')),
    upload(
      'a piece without an offset',
      async (world, made) =>
        world.ask(world.centre, {
          method: 'PATCH',
          path: pathOf(made),
          headers: without({ ...PIECE, 'upload-offset': '' }, 'upload-offset'),
          body: made.box,
        }),
      refused('malformed-request'),
    ),
    upload('a piece as JSON', piece({ 'content-type': 'application/json' }), refused('unsupported-media')),
    upload(
      'without the name of the protocol',
      piece({ 'tus-resumable': '' }),
      refused('unsupported-protocol', undefined, 412),
    ),
    upload(
      'by an older protocol',
      piece({ 'tus-resumable': '0.2.2' }),
      refused('unsupported-protocol', undefined, 412),
    ),
    upload(
      'one bit flipped on the way',
      async (world, made) => {
        const box = new Uint8Array(made.box);
        box[40] = (box[40] ?? 0) ^ 1;
        return sendPiece(world, world.centre, made, box);
      },
      refused('checksum-mismatch'),
    ),
    upload(
      'after a flipped bit the right bytes',
      async (world, made) => {
        await sendPiece(world, world.centre, made, randomBytes(made.box.byteLength));
        await createUpload(world, world.centre, made);
        return sendPiece(world, world.centre, made);
      },
      answered(204),
    ),
    upload(
      'the last piece twice',
      async (world, made) => {
        await sendPiece(world, world.centre, made);
        return sendPiece(world, world.centre, made, new Uint8Array(), {
          'upload-offset': String(made.box.byteLength),
        });
      },
      answered(204),
    ),
    upload(
      'the whole once more',
      async (world, made) => {
        await sendPiece(world, world.centre, made);
        return sendPiece(world, world.centre, made);
      },
      refused('conflict'),
    ),
    upload(
      'throwing away what is stored',
      async (world, made) => {
        await sendPiece(world, world.centre, made);
        return world.ask(world.centre, { method: 'DELETE', path: pathOf(made), headers: TUS });
      },
      refused('forbidden'),
    ),
    upload(
      'begun anew: what is there stays',
      async (world, made) => {
        await sendPiece(world, world.centre, made, made.box.subarray(0, 200));
        const answer = await createUpload(world, world.centre, made);
        expect([answer.headers['upload-offset'], await head(world, made)]).toEqual(['200', '200']);
        return answer;
      },
      answered(201),
    ),
    upload(
      'two pieces at once: one is written',
      async (world, made) => {
        const half = made.box.subarray(0, Math.floor(made.box.byteLength / 2));
        const both = await Promise.all([
          sendPiece(world, world.centre, made, half),
          sendPiece(world, world.centre, made, half),
        ]);
        expect(both.map(({ status }) => status).sort()).toEqual([
          204,
          expect.toSatisfy((status: number) => [409, 423].includes(status)),
        ]);
        expect(await head(world, made)).toBe(String(half.byteLength));
        return sendPiece(world, world.centre, made, made.box.subarray(half.byteLength), {
          'upload-offset': String(half.byteLength),
        });
      },
      answered(204),
    ),
    creation(
      'a file nobody announced',
      (made) => announce(made, { attachmentId: '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10' }),
      refused('not-found'),
    ),
    creation(
      'another hash than announced',
      (made) => announce(made, { sha256: 'ab'.repeat(32) }),
      refused('validation-failed'),
    ),
    creation(
      'longer than announced',
      (made) => announce(made, { length: String(made.box.byteLength + 1) }),
      refused('too-large'),
    ),
    creation(
      'shorter than announced',
      (made) => announce(made, { length: '40' }),
      refused('validation-failed'),
    ),
    creation(
      'a length below zero',
      (made) => announce(made, { length: '-40' }),
      refused('validation-failed'),
    ),
    creation(
      'without a length',
      (made) => without(announce(made), 'upload-length'),
      refused('validation-failed'),
    ),
    creation(
      'a length that comes later',
      (made) => ({ ...without(announce(made), 'upload-length'), 'upload-defer-length': '1' }),
      refused('malformed-request'),
    ),
    creation(
      'without metadata',
      (made) => without(announce(made), 'upload-metadata'),
      refused('malformed-request'),
    ),
    creation(
      'metadata that is no base64',
      (made) => ({ ...announce(made), 'upload-metadata': 'submissionId ???,attachmentId <script>' }),
      refused('malformed-request'),
    ),
    creation(
      'a way out of the folder',
      (made) => announce(made, { submissionId: '../../etc', attachmentId: 'passwd' }),
      refused('malformed-request'),
    ),
    {
      name: 'a 101st file',
      send: async (world) => {
        const { item } = await world.fillIn(world.centre, {
          sent: (right) => ({
            ...right,
            attachments: Array.from({ length: 101 }, (_, nth) => ({
              ...right.attachments[0],
              id: `3f2b8f0e-5d0c-4a8e-9b57-${String(nth).padStart(12, '0')}`,
            })),
          }),
        });
        return world.sync(world.centre, [item]);
      },
      expected: itemRefused('validation-failed', '/attachments'),
    },
  ],
};
