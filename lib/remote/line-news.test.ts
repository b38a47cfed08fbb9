import { expect, test } from 'vitest';
import { healthResponseSchema } from '../contract/service-schema';
import type { CallBytes } from './call-bytes';
import { callJson } from './call-json';
import type { LineNews } from './exchange';
import { fetchHealth } from './http-health';

const HEALTH = {
  status: 'ok',
  build: 'b',
  epoch: 'e',
  time: '2026-11-22T04:42:00.000Z',
  database: { engine: 'postgresql', version: '18', fsync: true },
};
const json = (value: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(value), {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });

function lineThat(answer: () => Response | Promise<Response>) {
  const news: LineNews[] = [];
  const bytes: CallBytes[] = [];
  const line = {
    fetch: async () => answer(),
    origin: '',
    now: () => 0,
    onNews: (one: LineNews) => void news.push(one),
    onBytes: (one: CallBytes) => void bytes.push(one),
  };
  return { line, news, bytes };
}
const call = { method: 'GET', path: '/api/v1/anything' } as const;

test.each([
  ['an answer of ours', () => json(HEALTH), 'answered'],
  [
    'a refusal of ours',
    () =>
      json({ code: 'forbidden' }, { status: 403, headers: { 'content-type': 'application/problem+json' } }),
    'answered',
  ],
  ['a gateway without a server', () => new Response('bad gateway', { status: 502 }), 'server-down'],
  [
    'a page of a hotspot',
    () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    'not-our-server',
  ],
  [
    'a redirect',
    () => new Response(null, { status: 302, headers: { location: '/login' } }),
    'not-our-server',
  ],
  ['nothing', () => Promise.reject(new TypeError('refused')), 'no-line'],
] as const)('every call tells what it has shown: %s', async (_, answer, shown) => {
  const { line, news } = lineThat(answer);
  await callJson(line, call, healthResponseSchema);
  expect(news).toEqual([shown]);
});

test('a call that was called off says nothing of the line; a question for the line leaves the word to who asked', async () => {
  const off = lineThat(() => Promise.reject(new DOMException('off', 'AbortError')));
  await callJson(off.line, { ...call, signal: AbortSignal.abort() }, healthResponseSchema);
  expect(off.news).toEqual([]);
  const health = lineThat(() => json(HEALTH));
  expect((await fetchHealth(health.line)).ok).toBe(true);
  expect(health.news).toEqual([]);
  expect(health.bytes).toHaveLength(1);
});

test('an answer weighs what travelled and its heads; a call that found no line weighs nothing but its body', async () => {
  const packed = lineThat(() =>
    json(HEALTH, { headers: { 'content-length': '90', 'content-encoding': 'gzip' } }),
  );
  await callJson(packed.line, call, healthResponseSchema);
  expect(packed.bytes).toEqual([{ up: 750, down: 490 }]);
  const lost = lineThat(() => Promise.reject(new TypeError('refused')));
  await callJson(lost.line, call, healthResponseSchema);
  await callJson(lost.line, { ...call, method: 'POST', body: 'আবেদন' }, healthResponseSchema);
  expect(lost.bytes).toEqual([
    { up: 0, down: 0 },
    { up: 15, down: 0 },
  ]);
});
