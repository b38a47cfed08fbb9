import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskCase, DeskCaseList } from '@/lib/contract/wire';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre, atDesk } from '@/lib/server/testing/people';
import type { Said, TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let centre: TestClient;
let officer: TestClient;
let registrar: TestClient;

beforeAll(async () => {
  server = await createTestServer();
  centre = await atCentre(server.origin);
  officer = await atDesk(server.origin, 'officer');
  registrar = await atDesk(server.origin, 'registrar');
});
afterAll(() => server.close());

async function filed(serviceId = 'birth-registration') {
  const made = await makeSubmission(server, centre, { serviceId });
  await centre.file(made.submission);
  return made;
}

const decide = (client: TestClient, id: string, json: unknown, version: string | null = '"1"') =>
  client.send<DeskCase & { code?: string }>('POST', `/api/v1/desk/cases/${id}/decision`, {
    json,
    headers: version === null ? {} : { 'if-match': version },
  });

describe('the list', () => {
  it('shows what waits longest first, with a masked name and no answers', async () => {
    const { submission, plaintext } = await filed();
    const { body } = await registrar.send<DeskCaseList>('GET', '/api/v1/desk/cases?status=received');
    const row = body.cases.find(({ id }) => id === submission.id);
    expect(row).toMatchObject({
      trackingCode: submission.trackingCode,
      version: 1,
      centreName: { en: expect.any(String) },
    });
    expect(row?.maskedName).toContain('•••');
    expect(Object.keys(row ?? {})).not.toContain('answers');
    expect(JSON.stringify(body)).not.toContain(JSON.stringify(plaintext.answers).slice(1, -1));
  });

  it('of an officer has only the cases of his agencies', async () => {
    const { submission } = await filed('e-namjari');
    const mine = await registrar.send<DeskCaseList>('GET', '/api/v1/desk/cases');
    expect(mine.body.cases.map(({ id }) => id)).not.toContain(submission.id);
    const all = await officer.send<DeskCaseList>('GET', '/api/v1/desk/cases?service=e-namjari');
    expect(all.body.cases.map(({ id }) => id)).toContain(submission.id);
  });

  it('is found by the code of its slip, decided or not, and by nobody else’s desk', async () => {
    const { submission } = await filed('e-namjari');
    const path = `/api/v1/desk/cases?code=${submission.trackingCode}`;
    const found = await officer.send<DeskCaseList>('GET', path);
    expect(found.body.cases.map(({ id }) => id)).toEqual([submission.id]);
    const decided = await decide(officer, submission.id, { action: 'accept' });
    expect(decided.status).toBe(200);
    const again = await officer.send<DeskCaseList>('GET', path);
    expect(again.body.cases).toMatchObject([{ id: submission.id, status: 'accepted' }]);
    expect((await registrar.send<DeskCaseList>('GET', path)).body.cases).toEqual([]);
  });

  it('comes in pages that neither repeat nor leave out', async () => {
    for (let batch = 0; batch < 6; batch += 1) {
      const made = await Promise.all(
        Array.from({ length: 10 }, () => makeSubmission(server, centre, { serviceId: 'online-gd-lost' })),
      );
      await centre.sync(made.map(({ submission }) => submission));
    }
    const seen: string[] = [];
    let path: string | null = '/api/v1/desk/cases?service=online-gd-lost';
    while (path !== null) {
      const page: Said<DeskCaseList> = await officer.send<DeskCaseList>('GET', path);
      seen.push(...page.body.cases.map(({ id }) => id));
      const { next } = page.body;
      path =
        next === undefined
          ? null
          : `/api/v1/desk/cases?service=online-gd-lost&after=${encodeURIComponent(next)}`;
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  }, 60_000);

  it.each(['status=odd', 'after=odd', 'after=9999-99-99T00:00:00.000Z_x', 'code=K7M2', 'odd=1'])(
    'refuses %s',
    async (query) => {
      expect((await officer.send('GET', `/api/v1/desk/cases?${query}`)).status).toBe(422);
    },
  );

  it('is not for operators', async () => {
    expect(await centre.send('GET', '/api/v1/desk/cases')).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });
});

describe('a case', () => {
  it('opens with everything the citizen said, under the version it was filled in with', async () => {
    const { submission, plaintext } = await filed();
    const { body, headers } = await registrar.send<DeskCase>('GET', `/api/v1/desk/cases/${submission.id}`);
    expect(body).toMatchObject({
      answers: plaintext.answers,
      consent: plaintext.consent,
      definition: { id: 'birth-registration', version: 1 },
      history: [{ status: 'received' }],
    });
    expect(body.attachments).toHaveLength(submission.attachments.length);
    expect(headers.get('etag')).toBe('"1"');
    expect(JSON.stringify(body)).not.toContain('fileKeys');
  });

  it.each(['', '/decision', '/attachments/3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10'])(
    'of another agency does not exist%s',
    async (rest) => {
      const { submission } = await filed('e-namjari');
      const method = rest === '/decision' ? 'POST' : 'GET';
      const options = method === 'POST' ? { json: { action: 'accept' }, headers: { 'if-match': '"1"' } } : {};
      const said = await registrar.send(method, `/api/v1/desk/cases/${submission.id}${rest}`, options);
      expect(said).toMatchObject({ status: 404, body: { code: 'not-found' } });
      const opened = await officer.send<DeskCase>('GET', `/api/v1/desk/cases/${submission.id}`);
      expect(opened.body.status).toBe('received');
    },
  );

  it.each(['odd', '%00', "1'%20OR%201=1", '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10'])(
    'named %s does not exist',
    async (id) => {
      expect((await officer.send('GET', `/api/v1/desk/cases/${id}`)).status).toBe(404);
    },
  );
});

describe('a decision', () => {
  it('comes down to the centre with its note', async () => {
    const { submission } = await filed();
    const before = (await centre.sync([])).body.cursor;
    const { status, body } = await decide(registrar, submission.id, { action: 'return', note: 'ছবি অস্পষ্ট' });
    expect({ status, now: body.status, version: body.version }).toEqual({
      status: 200,
      now: 'returned',
      version: 2,
    });
    expect(body.history.at(-1)).toMatchObject({ status: 'returned', note: 'ছবি অস্পষ্ট', by: 'মাহবুব আলম' });
    const { changes } = (await centre.sync([], before)).body;
    expect(changes).toMatchObject([{ submissionId: submission.id, status: 'returned', note: 'ছবি অস্পষ্ট' }]);
  });

  it('on a stale version is refused, and nothing changes', async () => {
    const { submission } = await filed();
    await decide(officer, submission.id, { action: 'accept' });
    const late = await decide(registrar, submission.id, { action: 'reject', note: 'x' });
    expect(late).toMatchObject({ status: 412, body: { code: 'version-stale' } });
    const again = await decide(registrar, submission.id, { action: 'reject', note: 'x' }, '"2"');
    expect(again).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await officer.send<DeskCase>('GET', `/api/v1/desk/cases/${submission.id}`)).body.status).toBe(
      'accepted',
    );
  });

  it('of two officers at once is one decision', async () => {
    const { submission } = await filed();
    const both = await Promise.all([
      decide(officer, submission.id, { action: 'accept' }),
      decide(registrar, submission.id, { action: 'reject', note: 'no' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('needs the version that was read', async () => {
    const { submission } = await filed();
    expect((await decide(officer, submission.id, { action: 'accept' }, null)).status).toBe(428);
    expect((await decide(officer, submission.id, { action: 'accept' }, 'W/"1"')).status).toBe(428);
  });

  it.each([
    { action: 'return' },
    { action: 'reject', note: '   ' },
    { action: 'burn' },
    { action: 'accept', by: 'me' },
  ])('such as %j is refused', async (decision) => {
    const { submission } = await filed();
    expect((await decide(officer, submission.id, decision)).status).toBe(422);
  });

  it('is not for operators', async () => {
    const { submission } = await filed();
    expect((await decide(centre, submission.id, { action: 'accept' })).status).toBe(403);
  });
});
