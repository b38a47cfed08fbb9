import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { LIMITS } from '@/lib/contract/limits';
import { accepted, type Case, type Category, type Expected, itemRefused, refused, unparsed } from '../case';
import type { Wish } from '../world/application';
import { CANARY } from '../world/canary';
import type { Wire } from '../world/http';

const JSON_BODY = { 'content-type': 'application/json' };
const GZIP = { ...JSON_BODY, 'content-encoding': 'gzip' };

/** Made only when its turn comes: the corpus itself shall not hold them all. */
const bomb = (name: string, wire: () => Partial<Wire>, expected: Expected): Case => ({
  name,
  send: (world) =>
    world.ask(world.centre, { method: 'POST', path: '/api/v1/sync', headers: JSON_BODY, ...wire() }),
  expected,
});

/** Too large a head: Node's own parser stops it, and the app never hears of it. */
const largeHead = (name: string, wire: () => Partial<Wire>): Case => ({
  name,
  send: (world) =>
    world.ask(world.centre, { method: 'POST', path: '/api/v1/sync', ...wire() }, { isApi: false }),
  expected: unparsed(431),
});

const sealedBomb = (name: string, wish: () => Wish, expected: Expected): Case => ({
  name,
  send: async (world) => world.sync(world.centre, [(await world.fillIn(world.centre, wish())).item]),
  expected,
});

const around = (inner: string) => `{"protocol":1,"cursor":0,"catalogueVersion":0,"submissions":${inner}}`;
const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join();
const twice = (deep: number) => '['.repeat(deep) + ']'.repeat(deep);

/** Refused before they cost anything: bounded as sent, as inflated, as nested and as counted. */
export const bombs: Category = {
  name: 'Depth and size bombs',
  least: 25,
  mostGrowth: 50,
  cases: [
    bomb('100,000 lists in one another', () => ({ body: around(twice(100_000)) }), refused('malformed-json')),
    bomb(
      '100,000 objects in one another',
      () => ({ body: `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}` }),
      refused('malformed-json'),
    ),
    bomb('100,000 lists that never end', () => ({ body: '['.repeat(100_000) }), refused('malformed-json')),
    bomb(
      'a million keys',
      () => ({ body: `{${many(1_000_000, (at) => `"k${at}":0`)}}` }),
      refused('too-large'),
    ),
    bomb(
      '400,000 keys, which is within the size',
      () => ({ body: `{${many(400_000, (at) => `"${at}":0`)}}` }),
      refused('validation-failed'),
    ),
    bomb(
      'a text of 2 MB where a name belongs',
      () => ({
        path: '/api/v1/devices',
        body: JSON.stringify({ kind: 'personal', name: CANARY.nameEn.repeat(130_000) }),
      }),
      refused('too-large'),
    ),
    bomb(
      'a name of 60 KB, which is within the size',
      () => ({
        path: '/api/v1/devices',
        body: JSON.stringify({ kind: 'personal', name: CANARY.nameEn.repeat(3500) }),
      }),
      refused('validation-failed', '/name'),
    ),
    bomb(
      'one byte more than a sync may have',
      () => ({ body: Buffer.alloc(LIMITS.syncBodyBytes + 1, ' ') }),
      refused('too-large'),
    ),
    bomb(
      'the same without a length',
      () => ({ body: Buffer.alloc(LIMITS.syncBodyBytes + 1, ' '), chunked: true }),
      refused('too-large'),
    ),
    bomb(
      '80 MB of spaces in 80 KB of gzip',
      () => ({ headers: GZIP, body: gzipSync(Buffer.alloc(80_000_000, ' ')) }),
      refused('too-large'),
    ),
    bomb(
      '80 MB of lists in gzip',
      () => ({ headers: GZIP, body: gzipSync(Buffer.alloc(80_000_000, '[')) }),
      refused('too-large'),
    ),
    bomb(
      'gzip in gzip in gzip',
      () => ({ headers: GZIP, body: gzipSync(gzipSync(gzipSync(Buffer.alloc(8_000_000, ' ')))) }),
      refused('malformed-json'),
    ),
    bomb(
      '10,000 gzip members in a row',
      () => ({
        headers: GZIP,
        body: Buffer.concat(Array.from({ length: 10_000 }, () => gzipSync(Buffer.alloc(1000, ' ')))),
      }),
      refused('too-large'),
    ),
    bomb(
      'noise said to be gzip',
      () => ({ headers: GZIP, body: randomBytes(1_000_000) }),
      refused('malformed-json'),
    ),
    bomb(
      'a sign-in of 17 KB',
      () => ({
        path: '/api/auth/sign-in/username',
        body: JSON.stringify({ username: 'a'.repeat(17_000), password: CANARY.nid }),
      }),
      refused('too-large'),
    ),
    bomb(
      '201 items',
      () => ({ body: around(`[${many(201, () => '{}')}]`) }),
      refused('validation-failed', '/submissions'),
    ),
    bomb(
      '100,000 items',
      () => ({ body: around(`[${many(100_000, () => '{}')}]`) }),
      refused('validation-failed', '/submissions'),
    ),
    bomb(
      'a cursor of 100,000 digits',
      () => ({
        body: `{"protocol":1,"cursor":${'9'.repeat(100_000)},"catalogueVersion":0,"submissions":[]}`,
      }),
      refused('validation-failed', '/cursor'),
    ),
    largeHead('an address of 20 KB', () => ({
      method: 'GET',
      path: `/api/v1/track?code=${'A'.repeat(20_000)}`,
    })),
    largeHead('a cookie of 20 KB', () => ({
      headers: { ...JSON_BODY, cookie: `setu-device=${'a'.repeat(20_000)}` },
    })),
    largeHead('3,000 headers', () => ({
      headers: Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`x-${at}`, 'a'])),
    })),
    sealedBomb(
      'a seal that inflates to more than 1 MiB',
      () => ({ answers: { purpose: 'ক'.repeat(400_000) } }),
      itemRefused('unseal-failed'),
    ),
    sealedBomb(
      'a seal of more than 256 KiB',
      () => ({ answers: { purpose: randomBytes(300_000).toString('hex') } }),
      itemRefused('validation-failed', '/sealed/ct'),
    ),
    sealedBomb(
      '2,000 levels inside the seal',
      () => ({ plaintext: (right) => ({ ...right, answers: JSON.parse(`{"a":${twice(2000)}}`) }) }),
      itemRefused('validation-failed'),
    ),
    sealedBomb(
      '401 answers',
      () => ({ answers: Object.fromEntries(Array.from({ length: 401 }, (_, at) => [`more${at}`, 'a'])) }),
      itemRefused('validation-failed', '/answers'),
    ),
    sealedBomb(
      '201 rows',
      () => ({ answers: { 'rows:more': Array.from({ length: 201 }, () => ({ a: 'b' })) } }),
      itemRefused('validation-failed', '/answers/rows:more'),
    ),
    sealedBomb(
      '5,000 announced files',
      () => ({
        sent: (right) => ({
          ...right,
          attachments: Array.from({ length: 5000 }, () => ({ ...right.attachments[0] })),
        }),
      }),
      itemRefused('validation-failed', '/attachments'),
    ),
    sealedBomb('after which an ordinary one goes through', () => ({}), accepted),
  ],
};
