import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECK_IN_HEADER, NEVER_ARRIVED_HEADER } from '@/lib/contract/check-in';
import { makeTrackingCode } from '@/lib/contract/tracking-code';
import type { NeverArrived, SyncResponse } from '@/lib/contract/wire';
import { announced, checkIns } from '@/lib/server/db/schema/announced';
import { devices } from '@/lib/server/db/schema/devices';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre, atDesk, onOwnPhone } from '@/lib/server/testing/people';
import { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let epoch: string;

beforeAll(async () => {
  server = await createTestServer();
  const { body } = await new TestClient(server.origin).send<{ epoch: string }>('GET', '/api/v1/health');
  epoch = body.epoch.slice(0, 8);
});
afterAll(() => server.close());

/** `u` counts for the client's own code. Each test has a centre-wide stream to itself only on a phone; a counter shares the demo centre's. */
async function checkIn(client: TestClient, said: string, submissions: readonly unknown[] = []) {
  const json = { protocol: 1, cursor: 0, catalogueVersion: 0, submissions };
  const headers = { [CHECK_IN_HEADER]: said.replace(/^u=/, `u=${client.deviceCode}:`) };
  const answer = await client.send<SyncResponse>('POST', '/api/v1/sync', { json, headers });
  expect(answer.status).toBe(200);
  return answer;
}

const list = (client: TestClient) => client.send<NeverArrived>('GET', '/api/v1/never-arrived');
const codesOf = async (client: TestClient) =>
  (await list(client)).body.items.map(({ trackingCode }) => trackingCode);
const settle = (client: TestClient, trackingCodes: readonly string[], decision = 'filed-again') =>
  client.send<NeverArrived>('POST', '/api/v1/never-arrived', { json: { trackingCodes, decision } });
const numbered = (client: TestClient, n: number) => makeTrackingCode(client.deviceCode, n);

describe('mode 6: what waits on a device', () => {
  it('is no news as long as it waits there, and is named when the device has it no more', async () => {
    const phone = await onOwnPhone(server.origin);
    const waits = `w=${phone.deviceCode}/birth-registration/2-3`;
    expect(
      (await checkIn(phone, `u=3;e=${epoch};x=${phone.deviceCode}//1;${waits}`)).headers.get(
        NEVER_ARRIVED_HEADER,
      ),
    ).toBe('0');
    expect((await list(phone)).body).toEqual({ tag: '0', items: [] });
    const { headers } = await checkIn(
      phone,
      `u=3;e=${epoch};x=${phone.deviceCode}//1;w=${phone.deviceCode}/birth-registration/3`,
    );
    const { body } = await list(phone);
    expect(body.items).toEqual([
      {
        trackingCode: numbered(phone, 2),
        serviceId: 'birth-registration',
        announcedAt: expect.any(String),
        state: 'lost',
      },
    ]);
    expect(headers.get(NEVER_ARRIVED_HEADER)).toBe(body.tag);
  });

  it('that arrives after all, from wherever, is in the list no more', async () => {
    const phone = await onOwnPhone(server.origin);
    const { submission } = await makeSubmission(server, phone, { trackingCode: numbered(phone, 1) });
    await checkIn(phone, `u=0;l=${phone.deviceCode}/birth-registration/1`);
    expect(await codesOf(phone)).toEqual([submission.trackingCode]);
    await phone.file(submission);
    expect(await codesOf(phone)).toEqual([]);
    await checkIn(phone, 'u=0');
    expect(
      await server.db.select().from(announced).where(eq(announced.trackingCode, submission.trackingCode)),
    ).toEqual([]);
  });

  it('and is accepted in the very same request is not missed', async () => {
    const phone = await onOwnPhone(server.origin);
    const { submission } = await makeSubmission(server, phone, { trackingCode: numbered(phone, 1) });
    await checkIn(phone, `u=1;e=${epoch};w=${phone.deviceCode}/birth-registration/1`, [submission]);
    await checkIn(phone, `u=1;e=${epoch}`);
    expect(await codesOf(phone)).toEqual([]);
  });
});

describe('mode 6: numbers that were given out and never arrived', () => {
  it('are found between those that did', async () => {
    const phone = await onOwnPhone(server.origin);
    for (const n of [1, 3])
      await phone.file(
        (await makeSubmission(server, phone, { trackingCode: numbered(phone, n) })).submission,
      );
    await checkIn(phone, `u=5;e=${epoch};w=${phone.deviceCode}//4`);
    const { items } = (await list(phone)).body;
    expect(items.map(({ trackingCode, state }) => [trackingCode, state])).toEqual([
      [numbered(phone, 2), 'lost'],
      [numbered(phone, 5), 'lost'],
    ]);
  });

  it('say nothing in another epoch, in a part, or without one: what a restored server lacks is on its way again', async () => {
    const phone = await onOwnPhone(server.origin);
    for (const said of ['u=5;e=00000000', 'u=5', `u=5;e=${epoch};p`]) await checkIn(phone, said);
    expect(await codesOf(phone)).toEqual([]);
    await checkIn(phone, `u=5;e=${epoch}`);
    expect(await codesOf(phone)).toHaveLength(5);
  });

  it('are asked for once: a settled one does not come back, and one that was taken back is not missed', async () => {
    const phone = await onOwnPhone(server.origin);
    await checkIn(phone, `u=2;e=${epoch};x=${phone.deviceCode}//2`);
    expect(await codesOf(phone)).toEqual([numbered(phone, 1)]);
    expect((await settle(phone, [numbered(phone, 1)])).body).toEqual({ tag: '0', items: [] });
    await checkIn(phone, `u=2;e=${epoch};x=${phone.deviceCode}//2`);
    expect(await codesOf(phone)).toEqual([]);
    const [row] = await server.db
      .select()
      .from(announced)
      .where(eq(announced.trackingCode, numbered(phone, 1)));
    expect(row).toMatchObject({ decision: 'filed-again', settledBy: null });
  });

  it('of two thousand at most are looked at in one contact, the others in the next', async () => {
    const phone = await onOwnPhone(server.origin);
    const said = `u=2100;e=${epoch};x=${phone.deviceCode}//1-1999`;
    await checkIn(phone, said);
    expect(await codesOf(phone)).toHaveLength(1);
    await checkIn(phone, said);
    expect(await codesOf(phone)).toHaveLength(101);
  });
});

describe('mode 6: a browser that lost its store', () => {
  it('but not its cookie: what the device before had announced is asked of the new one', async () => {
    const phone = await onOwnPhone(server.origin);
    const before = phone.deviceCode;
    await checkIn(phone, `u=2;e=${epoch};w=${before}/birth-registration/1-2`);
    await phone.enrol('personal');
    expect(await codesOf(phone)).toEqual([]);
    const { headers } = await checkIn(phone, `u=0;e=${epoch}`);
    expect(headers.get(NEVER_ARRIVED_HEADER)).toMatch(/^2\./);
    expect(await codesOf(phone)).toEqual([makeTrackingCode(before, 1), makeTrackingCode(before, 2)]);
  });

  it('and still holds the work of before, as after a change of device code: nothing is missed', async () => {
    const phone = await onOwnPhone(server.origin);
    const before = phone.deviceCode;
    await checkIn(phone, `u=1;e=${epoch};w=${before}//1`);
    await phone.enrol('personal');
    await checkIn(phone, `u=0;e=${epoch};w=${before}//1`);
    expect(await codesOf(phone)).toEqual([]);
  });

  it('and its cookie: the centre sees what lay on a device that was last heard of before this one came', async () => {
    const lost = await atCentre(server.origin);
    await checkIn(lost, `u=1;e=${epoch};w=${lost.deviceCode}/birth-registration/1`);
    expect(await codesOf(lost)).toEqual([]);
    const next = await atCentre(server.origin);
    const { items } = (await list(next)).body;
    expect(items).toEqual([
      {
        trackingCode: numbered(lost, 1),
        serviceId: 'birth-registration',
        announcedAt: expect.any(String),
        state: 'elsewhere',
        lastHeardAt: expect.any(String),
      },
    ]);
    // The device is there after all.
    await checkIn(lost, `u=1;e=${epoch};w=${lost.deviceCode}/birth-registration/1`);
    expect(await codesOf(next)).toEqual([]);
    const at = new Date(Date.now() - 4 * 24 * 3_600_000);
    await server.db.update(checkIns).set({ at });
    await server.db.update(devices).set({ lastSeenAt: at });
    expect(await codesOf(next)).toEqual([numbered(lost, 1)]);
  });
});

describe('what never arrived', () => {
  it('is seen by devices of the same centre only', async () => {
    const counter = await atCentre(server.origin);
    await checkIn(counter, `u=1;e=${epoch}`);
    expect(await codesOf(counter)).toContain(numbered(counter, 1));
    const other = await atCentre(server.origin);
    expect(await codesOf(other)).toContain(numbered(counter, 1));
    const phone = await onOwnPhone(server.origin);
    expect(await codesOf(phone)).toEqual([]);
    expect(await settle(phone, [numbered(counter, 1)])).toMatchObject({ status: 200 });
    expect(await codesOf(counter)).toContain(numbered(counter, 1));
  });

  it('goes from the list by the decision of an operator of this centre, and of nobody else', async () => {
    const counter = await atCentre(server.origin);
    await checkIn(counter, `u=1;e=${epoch}`);
    const codes = [numbered(counter, 1)];
    const cookie = counter.cookies.get('setu-device') ?? '';
    const nobody = new TestClient(server.origin);
    nobody.cookies.set('setu-device', cookie);
    expect(await settle(nobody, codes)).toMatchObject({ status: 401 });
    const officer = await atDesk(server.origin);
    officer.cookies.set('setu-device', cookie);
    expect(await settle(officer, codes)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await codesOf(counter)).toContain(codes[0]);
    expect(await settle(counter, codes, 'not-needed')).toMatchObject({ status: 200 });
    expect(await codesOf(counter)).not.toContain(codes[0]);
    const [row] = await server.db
      .select()
      .from(announced)
      .where(eq(announced.trackingCode, codes[0] ?? ''));
    expect(row).toMatchObject({ decision: 'not-needed', settledBy: expect.any(String) });
  });

  it.each([
    ['no code', { trackingCodes: [], decision: 'filed-again' }],
    ['a wrong code', { trackingCodes: ['K7M2-0001-0'], decision: 'filed-again' }],
    ['no decision', { trackingCodes: ['K7M2-0022-E'] }],
    ['another decision', { trackingCodes: ['K7M2-0022-E'], decision: 'gone' }],
  ])('cannot be settled with %s', async (_, json) => {
    const phone = await onOwnPhone(server.origin);
    expect(await phone.send('POST', '/api/v1/never-arrived', { json })).toMatchObject({
      status: 422,
      body: { code: 'validation-failed' },
    });
  });
});

describe('a check-in', () => {
  it.each([
    ['empty', ''],
    ['nonsense', 'nonsense'],
    ['numbers that go backwards', 'u=1;w=K7M2/birth-registration/9-1'],
    ['far too long', `u=1;${'p;'.repeat(2000)}`],
  ])('that cannot be read costs nobody a receipt: %s', async (_name, said) => {
    const phone = await onOwnPhone(server.origin);
    const { submission } = await makeSubmission(server, phone);
    const { body, headers } = await checkIn(phone, said, [submission]);
    expect(body.receipts[0]?.outcome).toBe('accepted');
    expect(headers.get(NEVER_ARRIVED_HEADER)).toBeNull();
  });

  it('is nothing that has to be there: an older app is served as before', async () => {
    const phone = await onOwnPhone(server.origin);
    const { submission } = await makeSubmission(server, phone);
    const { status, headers } = await phone.sync([submission]);
    expect({ status, tag: headers.get(NEVER_ARRIVED_HEADER) }).toEqual({ status: 200, tag: null });
    expect(await codesOf(phone)).toEqual([]);
  });
});

it('a citizen’s phone that becomes a counter keeps its own to itself', async () => {
  const phone = await onOwnPhone(server.origin);
  await checkIn(phone, `u=1;e=${epoch};w=${phone.deviceCode}//1`);
  const mine = numbered(phone, 1);
  await phone.signIn('shiuli');
  await phone.enrol('centre');
  await checkIn(phone, `u=0;e=${epoch}`);
  expect(await codesOf(phone)).not.toContain(mine);
});

it('another centre sees nothing of it, and decides nothing', async () => {
  const { addCentre } = await import('@/lib/server/db/add-centre');
  const { addPerson } = await import('@/lib/server/db/add-person');
  const { DEMO_CENTRE } = await import('@/lib/server/db/demo-people');
  const id = 'another-centre';
  await addCentre(server.db, { ...DEMO_CENTRE, id });
  const password = 'setu-demo-2026';
  await addPerson(server.db, {
    username: 'rahim',
    password,
    name: 'আব্দুর রহিম',
    role: 'operator',
    centreId: id,
  });
  const here = await atCentre(server.origin);
  await checkIn(here, `u=1;e=${epoch}`);
  const there = new TestClient(server.origin);
  await there.signIn('rahim');
  await there.enrol('centre');
  expect(await codesOf(there)).toEqual([]);
  await settle(there, [numbered(here, 1)]);
  // The operator of another centre at this one's device.
  there.cookies.set('setu-device', here.cookies.get('setu-device') ?? '');
  expect(await settle(there, [numbered(here, 1)])).toMatchObject({ status: 403 });
  expect(await codesOf(here)).toContain(numbered(here, 1));
});
