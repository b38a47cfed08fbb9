import type { ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { expandSubmissions } from '../contract/expand-submissions';
import { NEWS_ONLY_HEADER } from '../contract/news-only';
import { exampleSubmission } from '../contract/testing/examples';
import { makeTrackingCode } from '../contract/tracking-code';
import type { SyncRequest, SyncResponse } from '../contract/wire';
import { createHttpSyncSender } from './http-sync-sender';
import { startLocalServer } from './testing/local-server';

const REQUEST: SyncRequest = { protocol: 1, cursor: 0, catalogueVersion: 0, submissions: [] };
const GOOD: SyncResponse = {
  receipts: [],
  changes: [],
  cursor: 7,
  epoch: 'e1',
  backupSeq: 0,
  serverTime: '2026-01-01T00:00:00.000Z',
  catalogueVersion: 3,
};

type Answer = (response: ServerResponse) => void;
const says =
  (status: number, type: string, body: string, more: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': type, ...more }).end(body);
const problem = (status: number, code: string, more?: Record<string, string>) =>
  says(status, 'application/problem+json', JSON.stringify({ code, status, title: code }), more);
const JSON_TYPE = 'application/json';

async function ask(answer: Answer, request = REQUEST, idleMs?: number) {
  const server = await startLocalServer(answer, idleMs);
  try {
    return { result: await createHttpSyncSender(server.line).send(request), seen: server.seen };
  } finally {
    await server.stop();
  }
}

describe('what counts as an answer of our server', () => {
  test('a body that fits the schema does', async () => {
    const { result } = await ask(says(200, 'application/json; charset=utf-8', JSON.stringify(GOOD)));
    expect(result).toEqual({ ok: true, value: GOOD });
  });

  test('a newer server may say more than this build knows', async () => {
    const more = { ...GOOD, weather: 'fine', changes: [{ ...change(), mood: 'good' }] };
    const { result } = await ask(says(200, JSON_TYPE, JSON.stringify(more)));
    expect(result).toEqual({ ok: true, value: { ...GOOD, changes: [change()] } });
  });

  const strange: readonly (readonly [string, Answer, unknown])[] = [
    ["a portal's page with 200", says(200, 'text/html', '<h1>Log in</h1>'), 'not-our-server'],
    ['a page dressed as JSON', says(200, JSON_TYPE, '<h1>Log in</h1>'), 'not-our-server'],
    ['JSON of somebody else', says(200, JSON_TYPE, '{"ok":true}'), 'not-our-server'],
    ['the right JSON as text', says(200, 'text/plain', JSON.stringify(GOOD)), 'not-our-server'],
    ['an empty 200', says(200, JSON_TYPE, ''), 'not-our-server'],
    ['204', (r) => r.writeHead(204).end(), 'not-our-server'],
    [
      'a redirect to a portal',
      says(302, 'text/html', '', { location: 'http://192.0.2.1/' }),
      'not-our-server',
    ],
    ['a 404 page', says(404, 'text/html', 'nothing here'), 'not-our-server'],
    ["a proxy's 451", says(451, 'text/html', 'who are you'), 'not-our-server'],
    ['a cut body', (r) => cut(r), 'no-line'],
    ['a hung-up connection', (r) => r.destroy(), 'no-line'],
    ['silence', () => {}, 'no-line'],
    ['silence after the headers', (r) => r.writeHead(200).flushHeaders(), 'no-line'],
    ['401', problem(401, 'unauthenticated'), 'session-needed'],
    ['a revoked device', problem(403, 'device-revoked'), 'session-needed'],
    ['429 with a time', problem(429, 'rate-limited', { 'retry-after': '7' }), ['server-busy', 7000]],
    ['503 of a proxy', says(503, 'text/html', 'soon', { 'retry-after': '120' }), ['server-busy', 120_000]],
    ['503 without a time', problem(503, 'unavailable'), 'server-busy'],
    ['a disk that is full', problem(507, 'storage-full'), 'server-busy'],
    ['a bug of the server', problem(503, 'internal'), 'server-error'],
    ['500', says(500, 'text/html', 'oops'), 'server-error'],
    ['502 of a proxy', says(502, 'text/html', 'bad gateway'), 'server-error'],
  ];

  test.each(strange)('%s is no answer', async (name, answer, expected) => {
    const [reason, retryAfterMs] = Array.isArray(expected) ? expected : [expected];
    const wait = { type: 'wait', reason, ...(retryAfterMs !== undefined && { retryAfterMs }) };
    const idleMs = name.startsWith('silence') ? 300 : undefined;
    expect((await ask(answer, REQUEST, idleMs)).result).toEqual({ ok: false, problem: wait });
  });

  test.each([
    [400, 'malformed-request'],
    [413, 'too-large'],
    [422, 'validation-failed'],
  ])('%i refuses the request with its code', async (status, code) => {
    const { result } = await ask(problem(status, code));
    expect(result).toEqual({ ok: false, problem: { type: 'refused', problem: { code } } });
  });

  test('a code of a newer server waits instead of giving up', async () => {
    const { result } = await ask(problem(422, 'a-code-of-2030'));
    expect(result).toEqual({
      ok: false,
      problem: { type: 'refused', problem: { code: 'internal' } },
    });
  });

  test('a request goes packed and says so', async () => {
    const submissions = Array.from({ length: 20 }, () => ({ id: 'x'.repeat(40) })) as never;
    const { seen } = await ask(says(200, JSON_TYPE, JSON.stringify(GOOD)), { ...REQUEST, submissions });
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'application/json',
    });
    expect(JSON.parse(gunzipSync(seen[0]?.body ?? '').toString())).toMatchObject({ submissions });
  });
});

describe('the form of a request', () => {
  const sealed = { kid: 'seal-1', enc: 'A'.repeat(44), ct: 'C'.repeat(400), z: 'deflate' } as const;
  const submissions = [1, 2, 3].map((n) => ({
    ...exampleSubmission,
    id: `3f2b8f0e-5d0c-4a8e-9b57-00000000000${n}`,
    trackingCode: makeTrackingCode('K7M2', n),
    sealed: { ...sealed, n },
  }));
  const bodies = (seen: readonly { readonly body: Buffer }[]) =>
    seen.map(({ body }) => JSON.parse(gunzipSync(body).toString()) as SyncRequest);

  test('is compact: neighbours in one group', async () => {
    const { seen } = await ask(says(200, JSON_TYPE, JSON.stringify(GOOD)), { ...REQUEST, submissions });
    const [body] = bodies(seen);
    expect(body).toMatchObject({ protocol: 2, cursor: 0 });
    expect(body?.submissions).toHaveLength(1);
    const expanded = expandSubmissions(body?.submissions ?? []);
    expect(expanded.ok && expanded.items.map(({ item }) => item)).toEqual(submissions);
  });

  test('is the old one for a server that does not know the new one, at once and from then on', async () => {
    const old: Answer[] = [
      problem(400, 'unsupported-protocol'),
      says(200, JSON_TYPE, JSON.stringify(GOOD)),
      says(200, JSON_TYPE, JSON.stringify(GOOD)),
    ];
    const server = await startLocalServer((response) => old.shift()?.(response));
    const sender = createHttpSyncSender(server.line);
    expect(await sender.send({ ...REQUEST, submissions })).toEqual({ ok: true, value: GOOD });
    expect(await sender.send({ ...REQUEST, submissions })).toEqual({ ok: true, value: GOOD });
    expect(bodies(server.seen).map((one) => one.protocol)).toEqual([2, 1, 1]);
    expect(bodies(server.seen)[2]?.submissions).toEqual(submissions);
    await server.stop();
  });

  test('asks for news only, when that is wanted, in either form', async () => {
    const old: Answer[] = [
      says(200, JSON_TYPE, JSON.stringify(GOOD)),
      says(200, JSON_TYPE, JSON.stringify(GOOD)),
      problem(400, 'unsupported-protocol'),
      says(200, JSON_TYPE, JSON.stringify(GOOD)),
    ];
    const server = await startLocalServer((response) => old.shift()?.(response));
    const sender = createHttpSyncSender(server.line);
    await sender.send(REQUEST);
    for (const submissions of [[], []])
      expect(await sender.send({ ...REQUEST, submissions }, true)).toEqual({ ok: true, value: GOOD });
    expect(server.seen.map(({ headers }) => headers[NEWS_ONLY_HEADER])).toEqual([undefined, '1', '1', '1']);
    await server.stop();
  });

  test('stays compact after any other refusal', async () => {
    const answers: Answer[] = [problem(503, 'unavailable'), problem(422, 'validation-failed')];
    const server = await startLocalServer((response) => answers.shift()?.(response));
    const sender = createHttpSyncSender(server.line);
    await sender.send({ ...REQUEST, submissions });
    await sender.send({ ...REQUEST, submissions });
    expect(bodies(server.seen).map((one) => one.protocol)).toEqual([2, 2]);
    await server.stop();
  });
});

function change() {
  return {
    submissionId: '00000000-0000-4000-8000-000000000001',
    seq: 1,
    status: 'received',
    at: '2026-01-01T00:00:00Z',
  } as const;
}

function cut(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': '9999' });
  response.write(JSON.stringify(GOOD), () => response.destroy());
}
