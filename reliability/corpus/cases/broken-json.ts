import { gzipSync } from 'node:zlib';
import { answered, type Case, type Category, refused } from '../case';
import { CANARY } from '../world/canary';

const RIGHT = JSON.stringify({
  protocol: 1,
  cursor: 0,
  catalogueVersion: 1,
  submissions: [
    { id: '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10', name: CANARY.name, nid: CANARY.nid, n: [1, -2.5e3, true] },
  ],
});

const bad = (
  name: string,
  body: string | Uint8Array,
  headers = {},
  expected = refused('malformed-json'),
): Case => ({
  name,
  send: (world) => world.syncText(world.centre, body, headers),
  expected,
});

const utf8 = Buffer.from(RIGHT, 'utf8');
const withBytes = (...bytes: readonly number[]) =>
  Buffer.concat([Buffer.from('{"protocol":1,"cursor":0,"name":"'), Buffer.from(bytes), Buffer.from('"}')]);
const gzip = { 'content-encoding': 'gzip' };

// Bytes, not characters: a line is cut wherever it is cut.
const truncated = Array.from({ length: 20 }, (_, nth) => {
  const at = Math.floor((utf8.length * (nth + 0.5)) / 20);
  return bad(`cut after byte ${at} of ${utf8.length}`, utf8.subarray(0, at));
});

/** JSON that is none, or text that is no UTF-8. Nothing of the body may come back, not even in the parser's words. */
export const brokenJson: Category = {
  name: 'Broken JSON and encoding',
  least: 40,
  cases: [
    ...truncated,
    bad('nothing at all', ''),
    bad('only spaces', ' \r\n\t '),
    bad('a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8])),
    bad('UTF-16, little endian', Buffer.from(RIGHT, 'utf16le')),
    bad('UTF-16, big endian', Buffer.from(RIGHT, 'utf16le').swap16()),
    bad('Latin-1', withBytes(0xe9, 0xe8)),
    bad('an overlong slash', withBytes(0xc0, 0xaf)),
    bad('half a surrogate pair as UTF-8', withBytes(0xed, 0xa0, 0x80)),
    bad('a letter beyond Unicode', withBytes(0xf5, 0x80, 0x80, 0x80)),
    bad('NUL bytes between the letters', RIGHT.split('').join('\u0000')),
    bad('NaN', `{"protocol":1,"cursor":NaN,"name":"${CANARY.name}"}`),
    bad('Infinity', `{"protocol":1,"cursor":-Infinity,"name":"${CANARY.name}"}`),
    bad('a number with a leading zero', '{"protocol":01}'),
    bad('a hexadecimal number', '{"protocol":0x1}'),
    bad('a trailing comma', '{"protocol":1,}'),
    bad('single quotes', `{'protocol':1,'name':'${CANARY.nameEn}'}`),
    bad('a comment', `{"protocol":1/* ${CANARY.nid} */}`),
    bad('a line break inside a text', `{"name":"${CANARY.name}\n${CANARY.father}"}`),
    bad('an escape that is none', `{"name":"\\x41${CANARY.name}"}`),
    bad('two documents behind each other', `${RIGHT}${RIGHT}`),
    bad('plain text said to be gzip', RIGHT, gzip),
    bad('gzip that ends too early', gzipSync(RIGHT).subarray(0, -9), gzip),
    bad(
      'gzip with a wrong checksum',
      Buffer.concat([gzipSync(RIGHT).subarray(0, -8), Buffer.alloc(8)]),
      gzip,
    ),
    // Well-formed by RFC 8259, and more than a number holds: it is the value that is wrong.
    bad(
      '1e400',
      '{"protocol":1,"cursor":1e400,"catalogueVersion":0,"submissions":[]}',
      {},
      refused('validation-failed', '/cursor'),
    ),
    bad(
      'a key twice: the last counts, for everybody who reads it',
      '{"protocol":"one","protocol":1,"cursor":0,"catalogueVersion":0,"submissions":[]}',
      {},
      answered(200),
    ),
    bad('null', 'null', {}, refused('validation-failed', '')),
    bad('a list', '[]', {}, refused('validation-failed', '')),
  ],
};
