import { describe, expect, it } from 'vitest';
import { readDeviceCookie } from '../auth/device-cookie';
import { isDatabaseDown, isDataFailure, isTransient } from '../db/failures';
import { parseUploadId, readUploadMetadata } from '../services/attachments/upload-id';
import { formatCasePosition, parseCasePosition } from '../services/case-position';
import { isStorable } from '../services/intake/storable';
import { acceptsJson } from './accepts-json';
import { defineRoute } from './define-route';
import { isDeeperThan } from './json-depth';
import { readIfMatch } from './read-if-match';

const ID = '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10';

it.each([
  [null, true],
  ['', true],
  ['*/*', true],
  ['text/html, application/json;q=0.5', true],
  ['application/*', true],
  ['text/html', false],
  ['application/json;q=0', false],
])('Accept %s leaves room for JSON: %s', (accept, expected) => {
  expect(acceptsJson(accept)).toBe(expected);
});

it.each([
  ['{"a":[1,{"b":2}]}', 3, false],
  ['{"a":[1,{"b":2}]}', 2, true],
  ['"[[[[[["', 1, false],
  ['["\\"[[[["]', 1, false],
  [`${'['.repeat(50)}`, 40, true],
])('%s is deeper than %i: %s', (text, limit, expected) => {
  expect(isDeeperThan(text, limit)).toBe(expected);
});

it.each([
  ['"3"', 3],
  [' "12" ', 12],
  ['3', null],
  ['W/"3"', null],
  ['*', null],
  ['"3", "4"', null],
  [null, null],
])('If-Match %s names version %s', (header, expected) => {
  expect(readIfMatch(header)).toBe(expected);
});

it.each([
  ['রহিমা 👍🏽', true],
  [{ a: ['O’Brien', 'Null', ''] }, true],
  [['\u0000'], false],
  [{ a: { b: '\ud800' } }, false],
  [{ '\u0000': 1 }, false],
])('%j can be kept: %s', (value, expected) => {
  expect(isStorable(value)).toBe(expected);
});

describe('failures of the database', () => {
  const wrapped = (code: string) =>
    new Error('Failed query', { cause: Object.assign(new Error('x'), { code }) });
  it.each(['ECONNREFUSED', '57P01', '57P03', '08006', '53300', '57014'])(
    '%s means that it is down',
    (code) => {
      expect(isDatabaseDown(wrapped(code))).toBe(true);
    },
  );
  it.each(['40001', '40P01'])('%s means to try again', (code) => {
    expect([isTransient(wrapped(code)), isDatabaseDown(wrapped(code))]).toEqual([true, false]);
  });
  it.each(['23505', '22P05', '22021', '23514'])('%s means that the row is at fault', (code) => {
    expect([isDataFailure(wrapped(code)), isDatabaseDown(wrapped(code))]).toEqual([true, false]);
  });
});

it('an upload is named by its submission and its file, and by nothing else', () => {
  expect(parseUploadId(`${ID}_${ID}`)).toEqual({ submissionId: ID, attachmentId: ID });
  for (const odd of ['', ID, `${ID}_..`, `../${ID}_${ID}`, `${ID}_${ID}.json`, `${ID.toUpperCase()}_${ID}`])
    expect(parseUploadId(odd)).toBeNull();
  const encode = (text: string) => Buffer.from(text).toString('base64');
  expect(
    readUploadMetadata(`submissionId ${encode(ID)},attachmentId ${encode(ID)}, sha256 ${encode('ab')}`),
  ).toEqual({
    submissionId: ID,
    attachmentId: ID,
    sha256: 'ab',
  });
  expect(readUploadMetadata('submissionId')).toBeNull();
  expect(readUploadMetadata(null)).toBeNull();
});

it('a page of cases ends where the next begins', () => {
  const position = { receivedAt: '2026-11-22T04:42:00.000Z', id: ID };
  expect(parseCasePosition(formatCasePosition(position))).toEqual(position);
  for (const moment of ['2026-13-45T99:42:00.000Z', '2026-02-30T04:42:00.000Z', '0000-01-01T00:00:00.000Z'])
    expect(parseCasePosition(`${moment}_${ID}`)).toBeNull();
});

it('a device cookie of any other shape is none', () => {
  const secret = 'a'.repeat(43);
  const read = (cookie: string) => readDeviceCookie(new Request('http://x.invalid', { headers: { cookie } }));
  expect(read(`other=1; setu-device=${ID}.${secret}`)).toEqual({ deviceId: ID, secret });
  for (const odd of [
    `setu-device=${ID}`,
    `setu-device=${ID}.${secret}a`,
    `setu-device=x.${secret}`,
    `device=${ID}.${secret}`,
  ])
    expect(read(odd)).toBeNull();
});

it('whatever is thrown becomes a 503 that tells nothing', async () => {
  const breaks = () => Promise.reject(new TypeError('রহিমা is not a function'));
  const { POST } = defineRoute('/api/v1/sync', { POST: breaks });
  const answer = await POST(new Request('http://x.invalid/api', { method: 'POST' }), {
    params: Promise.resolve({}),
  });
  const text = await answer.text();
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).not.toBeNull();
  expect(JSON.parse(text)).toMatchObject({ code: 'internal' });
  expect(text).not.toContain('রহিমা');
});
