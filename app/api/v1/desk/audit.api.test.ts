import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseAudit } from '@/lib/contract/wire';
import { takeAnchor } from '@/lib/server/audit/anchor';
import { chainOf } from '@/lib/server/audit/append-audit';
import { verifyAudit } from '@/lib/server/audit/verify-audit';
import { devices } from '@/lib/server/db/schema/devices';
import { submissions } from '@/lib/server/db/schema/submissions';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre, atDesk } from '@/lib/server/testing/people';
import { readAudit } from '@/lib/server/testing/read-audit';
import { sendFile } from '@/lib/server/testing/send-file';
import { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let centre: TestClient;
let registrar: TestClient;
let admin: TestClient;

beforeAll(async () => {
  server = await createTestServer();
  centre = await atCentre(server.origin);
  registrar = await atDesk(server.origin, 'registrar');
  admin = await atDesk(server.origin, 'admin');
});
afterAll(() => server.close());

const decide = (id: string) =>
  registrar.send('POST', `/api/v1/desk/cases/${id}/decision`, {
    json: { action: 'return', note: 'গোপন কথা' },
    headers: { 'if-match': '"1"' },
  });
const looked = async (id: string) => {
  const said = await admin.send<CaseAudit>('GET', `/api/v1/desk/cases/${id}/audit`);
  expect(said.status).toBe(200);
  return said.body.entries;
};
/** How many rows an action has, and what the newest of them says. */
async function newest(action: string) {
  const rows = (await readAudit(server)).filter((row) => row.action === action);
  return { count: rows.length, row: rows.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1) };
}
/** Does something and tells what rows that left. */
async function rowsOf(work: () => Promise<unknown>) {
  const before = new Set((await readAudit(server)).map(({ hash }) => hash));
  await work();
  return (await readAudit(server)).filter(({ hash }) => !before.has(hash));
}

/** Words in Bangla and long numbers: what people type. Names of options and ids are short and in ASCII. */
const isTyped = (answer: unknown): answer is string =>
  typeof answer === 'string' && (/[\u0980-\u09ff]{3}/.test(answer) || /\d{9}/.test(answer));

describe('who looked at a case', () => {
  it('is told from its arrival to the look itself, newest first', async () => {
    const made = await makeSubmission(server, centre, { queuedAt: '2026-11-21T04:42:00.000Z' });
    const { id } = made.submission;
    await centre.file(made.submission);
    const [file] = made.submission.attachments;
    await sendFile(centre, made, file?.id ?? '');
    await registrar.send('GET', '/api/v1/desk/cases');
    await registrar.send('GET', `/api/v1/desk/cases/${id}`);
    await registrar.send('GET', `/api/v1/desk/cases/${id}/attachments/${file?.id}`);
    await decide(id);
    const { trackingCode } = made.submission;
    const slip = new URLSearchParams({ code: trackingCode, check: made.plaintext.check });
    await new TestClient(server.origin).send('GET', `/api/v1/track?${slip}`);

    const entries = await looked(id);

    const device = { role: 'device', deviceCode: centre.deviceCode, outcome: 'done' };
    const officer = { role: 'officer', person: 'মাহবুব আলম', outcome: 'done' };
    expect(entries.map(({ at: _, ...entry }) => entry)).toEqual([
      { action: 'case.audit-read', role: 'administrator', person: 'ফারহানা ইয়াসমিন', outcome: 'done' },
      { action: 'case.tracked', role: 'citizen', outcome: 'done' },
      { action: 'case.read', ...officer },
      { action: 'case.decided', ...officer },
      { action: 'file.read', ...officer },
      { action: 'case.read', ...officer },
      { action: 'cases.listed', ...officer },
      { action: 'file.stored', ...device },
      { action: 'submissions.received', claimedAt: '2026-11-21T04:42:00.000Z', ...device },
    ]);
  });

  it('names nobody who looked at another case', async () => {
    const made = await makeSubmission(server, centre);
    await centre.file(made.submission);
    const { submission: other } = await makeSubmission(server, centre);
    await centre.file(other);
    await registrar.send('GET', `/api/v1/desk/cases/${other.id}`);
    expect((await looked(made.submission.id)).map(({ action }) => action)).toEqual([
      'case.audit-read',
      'submissions.received',
    ]);
  });

  it('is not for the officer who looks, nor for operators, and not of what does not exist', async () => {
    const { submission } = await makeSubmission(server, centre);
    await centre.file(submission);
    const path = `/api/v1/desk/cases/${submission.id}/audit`;
    expect((await registrar.send('GET', path)).status).toBe(403);
    expect((await centre.send('GET', path)).status).toBe(403);
    expect((await admin.send('GET', '/api/v1/desk/cases/odd/audit')).status).toBe(404);
    expect(
      (await admin.send('GET', '/api/v1/desk/cases/3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10/audit')).status,
    ).toBe(404);
  });
});

describe('every change leaves one row', () => {
  it('a batch with new, repeated, superseding and refused applications leaves three, however many they are', async () => {
    const old = await makeSubmission(server, centre);
    await centre.file(old.submission);
    const made = await Promise.all([1, 2, 3].map(() => makeSubmission(server, centre)));
    const better = await makeSubmission(server, centre, { supersedes: old.submission.id });
    const bad = await makeSubmission(server, centre, { bend: (plaintext) => ({ ...plaintext, v: 7 }) });
    const all = [...made, better, bad, old].map(({ submission }) => submission);

    const rows = await rowsOf(() => centre.sync(all));

    const [stream] = await server.db.select().from(submissions).where(sql`id = ${old.submission.id}`);
    expect(rows.map(({ action }) => action).sort()).toEqual([
      'submissions.received',
      'submissions.refused',
      'submissions.superseded',
    ]);
    const received = rows.find(({ action }) => action === 'submissions.received');
    expect(received).toMatchObject({ role: 'device', person: null, streamId: stream?.streamId });
    expect(received?.cases).toEqual([...made, better].map(({ submission }) => submission.id));
    expect((received?.lastSeq ?? 0) - (received?.firstSeq ?? 0)).toBe(3);
    expect(received?.chain).toBe(chainOf(stream?.streamId ?? ''));
    const superseded = rows.find(({ action }) => action === 'submissions.superseded');
    expect(superseded).toMatchObject({ cases: [old.submission.id], firstSeq: (received?.lastSeq ?? 0) + 1 });
    expect(rows.find(({ action }) => action === 'submissions.refused')).toMatchObject({
      outcome: 'refused',
      cases: [bad.submission.id],
    });
    expect(await rowsOf(() => centre.sync(all))).toEqual([]);
  });

  it('of a device that was revoked: what it brought is refused, once', async () => {
    const gone = await atCentre(server.origin);
    const { submission } = await makeSubmission(server, gone);
    await server.db.update(devices).set({ revokedAt: new Date() }).where(sql`code = ${gone.deviceCode}`);
    const rows = await rowsOf(() => gone.sync([submission]));
    expect(rows).toMatchObject([{ action: 'submissions.refused', cases: [submission.id] }]);
    expect(rows[0]?.detail).toContain('device-revoked');
    expect(await rowsOf(() => gone.sync([submission]))).toEqual([]);
  });

  it('or none, when it was not made', async () => {
    const { submission } = await makeSubmission(server, centre);
    await centre.file(submission);
    await decide(submission.id);
    expect(await rowsOf(() => decide(submission.id))).toEqual([]);
  });

  it('of sign-ins, by names that are and names that are not', async () => {
    const client = new TestClient(server.origin);
    const wrong = await rowsOf(() => client.signIn('karim', 'not-the-password'));
    const [karim] = await rowsOf(() => client.signIn('karim'));
    expect(karim).toMatchObject({ action: 'signed-in', role: 'operator', outcome: 'done' });
    expect(wrong).toMatchObject([{ action: 'sign-in.refused', person: karim?.person, outcome: 'refused' }]);
    expect(await rowsOf(() => client.signIn('my.secret.password', 'x-x-x-x-x'))).toMatchObject([
      { action: 'sign-in.refused', person: null, role: 'nobody', detail: null },
    ]);
    expect(await rowsOf(() => client.send('POST', '/api/auth/sign-out', { json: {} }))).toMatchObject([
      { action: 'signed-out', person: karim?.person },
    ]);
  });

  it('of people, centres, devices and the catalogue', async () => {
    expect((await newest('person.added')).count).toBe(5);
    expect((await newest('centre.added')).row).toMatchObject({ role: 'system' });
    expect((await newest('catalogue.published')).count).toBe(1);
    expect((await newest('device.enrolled')).row).toMatchObject({ role: 'operator' });
    const { submission } = await makeSubmission(server, centre);
    const json = { trackingCodes: [submission.trackingCode], decision: 'not-needed' };
    expect(await rowsOf(() => centre.send('POST', '/api/v1/never-arrived', { json }))).toMatchObject([
      {
        action: 'never-arrived.settled',
        role: 'operator',
        person: expect.any(String),
        deviceId: expect.any(String),
      },
    ]);
  });
});

describe('the trail', () => {
  it('holds nothing that a citizen or an officer wrote', async () => {
    const text = JSON.stringify(await readAudit(server));
    const rows = await server.db.select().from(submissions);
    expect(rows.length).toBeGreaterThan(5);
    for (const { content, maskedName } of rows) {
      expect(text).not.toContain(maskedName);
      const typed = Object.values(content.answers).filter(isTyped);
      expect(typed.length).toBeGreaterThan(3);
      for (const answer of typed) expect(text).not.toContain(answer);
    }
    expect(text).not.toContain('গোপন');
  });

  it('is whole after all this', async () => {
    const { rows, broken } = await verifyAudit(server.db, [await takeAnchor(server.db, new Date())]);
    expect(broken).toEqual([]);
    expect(rows).toBeGreaterThan(30);
  });

  it('that cannot be written keeps what was asked for back', async () => {
    const { submission } = await makeSubmission(server, centre);
    await centre.file(submission);
    await server.asOwner('REVOKE EXECUTE ON FUNCTION audit_append(smallint, jsonb) FROM setu_app_of_tests');
    const said = [
      await registrar.send('GET', `/api/v1/desk/cases/${submission.id}`),
      await registrar.send('GET', '/api/v1/desk/cases'),
      await decide(submission.id),
    ];
    await server.asOwner('GRANT EXECUTE ON FUNCTION audit_append(smallint, jsonb) TO setu_app_of_tests');
    expect(said.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(JSON.stringify(said.map(({ body }) => body))).not.toContain('answers');
    const [row] = await server.db.select().from(submissions).where(sql`id = ${submission.id}`);
    expect(row?.status).toBe('received');
  });
});
