import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTrackingCode } from '@/lib/contract/tracking-code';
import type { TrackResponse } from '@/lib/contract/wire';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre, atDesk } from '@/lib/server/testing/people';
import { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let centre: TestClient;
let citizen: TestClient;

beforeAll(async () => {
  server = await createTestServer();
  centre = await atCentre(server.origin);
  citizen = new TestClient(server.origin);
});
afterAll(() => server.close());

const ask = (code: string, check = '042917') =>
  citizen.send<TrackResponse & { code?: string }>(
    'GET',
    `/api/v1/track?${new URLSearchParams({ code, check })}`,
  );

it('tells whoever holds the slip where it stands, and nothing personal', async () => {
  const { submission } = await makeSubmission(server, centre);
  await centre.file(submission);
  const { body } = await ask(submission.trackingCode);
  expect(body).toEqual({
    status: 'received',
    serviceId: 'birth-registration',
    steps: [{ status: 'received', at: expect.any(String) }],
    files: { have: 0, of: submission.attachments.length },
  });
});

it('reads the code and the digits as people write them', async () => {
  const { submission } = await makeSubmission(server, centre);
  await centre.file(submission);
  const typed = ` ${submission.trackingCode.toLowerCase().replaceAll('-', ' ')}`;
  expect((await ask(typed, '০৪২ ৯১৭')).body.status).toBe('received');
});

it('shows a return with its reason, and follows the correction', async () => {
  const { submission } = await makeSubmission(server, centre);
  await centre.file(submission);
  const officer = await atDesk(server.origin);
  const headers = { 'if-match': '"1"' };
  const json = { action: 'return', note: 'নাম মেলে না' };
  await officer.send('POST', `/api/v1/desk/cases/${submission.id}/decision`, { json, headers });
  expect((await ask(submission.trackingCode)).body).toMatchObject({
    status: 'returned',
    steps: [{}, { note: 'নাম মেলে না' }],
  });
  const { submission: mended } = await makeSubmission(server, centre, { supersedes: submission.id });
  await centre.file(mended);
  const { body } = await ask(submission.trackingCode);
  expect(body.status).toBe('received');
  expect(body.steps.map(({ status }) => status)).toEqual(['received', 'returned', 'superseded', 'received']);
});

it('says the same for a wrong check, a code nobody has and a code that is none', async () => {
  const { submission } = await makeSubmission(server, centre);
  await centre.file(submission);
  const answers = await Promise.all([
    ask(submission.trackingCode, '000000'),
    ask(makeTrackingCode('0000', 1)),
    ask('hello'),
    ask(submission.trackingCode, '12'),
  ]);
  for (const { status, body } of answers)
    expect({ status, body }).toEqual({ status: 200, body: { status: 'unknown', steps: [] } });
});

it('stops a guesser after ten wrong answers, wherever he says he is', async () => {
  const { submission } = await makeSubmission(server, centre);
  await centre.file(submission);
  const guess = (n: number) => {
    const query = new URLSearchParams({ code: submission.trackingCode, check: String(n).padStart(6, '0') });
    return citizen.send('GET', `/api/v1/track?${query}`, { headers: { 'x-forwarded-for': `10.0.0.${n}` } });
  };
  for (let n = 1; n <= 10; n += 1) expect((await guess(n)).status).toBe(200);
  const { status, headers, body } = await guess(42917);
  expect({ status, code: body.code }).toEqual({ status: 429, code: 'rate-limited' });
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
});

it('looks at no more than ten of many guesses at once', async () => {
  const { submission } = await makeSubmission(server, centre);
  await centre.file(submission);
  const guesses = Array.from({ length: 30 }, (_, n) => ask(submission.trackingCode, String(100_000 + n)));
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(10);
  expect(statuses).toContain(429);
});

it('does not count right answers', async () => {
  const { submission } = await makeSubmission(server, centre);
  await centre.file(submission);
  for (let n = 0; n < 15; n += 1) expect((await ask(submission.trackingCode)).body.status).toBe('received');
});
