import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTrackingCode } from '@/lib/contract/tracking-code';
import { announced, checkIns } from '@/lib/server/db/schema/announced';
import { devices } from '@/lib/server/db/schema/devices';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre, onOwnPhone } from '@/lib/server/testing/people';
import { epochOf, sayCheckIn, settle, statesOf } from '@/lib/server/testing/say-check-in';
import { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let epoch: string;

beforeAll(async () => {
  server = await createTestServer();
  epoch = await epochOf(new TestClient(server.origin));
});
afterAll(() => server.close());

const numbered = (client: TestClient, n: number) => makeTrackingCode(client.deviceCode, n);
const rowOf = async (code: string) =>
  (await server.db.select().from(announced).where(eq(announced.trackingCode, code)))[0];

/** Nothing was heard of the device since then. */
async function silentFor({ deviceCode }: TestClient, days: number): Promise<void> {
  const at = new Date(Date.now() - days * 24 * 3_600_000);
  await server.db.update(devices).set({ lastSeenAt: at }).where(eq(devices.code, deviceCode));
  await server.db
    .update(checkIns)
    .set({ at })
    .where(sql`${checkIns.deviceId} = (SELECT id FROM devices WHERE code = ${deviceCode})`);
}

describe('mode 6: filed again, and then the first one arrives', () => {
  it('is told to the centre until somebody has looked after it, and never forgotten', async () => {
    const silent = await atCentre(server.origin);
    const code = numbered(silent, 1);
    const says = `u=${silent.deviceCode}:1;e=${epoch}`;
    await sayCheckIn(silent, `${says};w=${silent.deviceCode}/birth-registration/1`);
    await silentFor(silent, 4);
    const counter = await atCentre(server.origin);
    expect((await statesOf(counter))[code]).toBe('elsewhere');
    expect((await settle(counter, [code])).body.arrived).toBeUndefined();
    expect((await statesOf(counter))[code]).toBeUndefined();

    // The old device comes on line: first it names the code, then it sends it.
    await sayCheckIn(silent, `${says};w=${silent.deviceCode}/birth-registration/1`);
    expect(await rowOf(code)).toMatchObject({ decision: 'filed-again', settledBy: expect.any(String) });
    expect((await statesOf(counter))[code]).toBeUndefined();
    const { submission } = await makeSubmission(server, silent, { trackingCode: code });
    await sayCheckIn(silent, says, [submission]);
    expect((await statesOf(counter))[code]).toBe('arrived-too');
    expect(await rowOf(code)).toMatchObject({ decision: 'filed-again', arrivedTooAt: expect.any(Date) });
    await sayCheckIn(silent, says);
    expect((await statesOf(silent))[code]).toBe('arrived-too');

    expect((await settle(counter, [code])).body.arrived).toEqual([code]);
    expect((await statesOf(counter))[code]).toBe('arrived-too');
    expect((await settle(counter, [code], 'not-needed')).body.arrived).toBeUndefined();
    expect((await statesOf(counter))[code]).toBeUndefined();
    await sayCheckIn(silent, says);
    expect(await rowOf(code)).toMatchObject({ decision: 'filed-again', closedBy: expect.any(String) });
  });

  it('is said at once when it had arrived before the button was pressed', async () => {
    const phone = await onOwnPhone(server.origin);
    const codes = [numbered(phone, 1), numbered(phone, 2)];
    const [first = ''] = codes;
    await sayCheckIn(phone, `u=0;l=${phone.deviceCode}//1-2`);
    await phone.file((await makeSubmission(server, phone, { trackingCode: first })).submission);
    const { body } = await settle(phone, codes);
    expect(body.arrived).toEqual([first]);
    expect(body.items).toMatchObject([{ trackingCode: first, state: 'arrived-too' }]);
    expect(body.items).toHaveLength(1);
  });
});

describe('mode 6: a decision about what the server was not told of yet', () => {
  it('is kept, and stands when the check-in comes', async () => {
    const phone = await onOwnPhone(server.origin);
    const code = numbered(phone, 7);
    expect(await settle(phone, [code])).toMatchObject({ status: 200, body: { tag: '0', items: [] } });
    expect(await rowOf(code)).toMatchObject({ decision: 'filed-again' });
    await sayCheckIn(phone, `u=0;l=${phone.deviceCode}/birth-registration/7`);
    expect(await statesOf(phone)).toEqual({});
  });

  it('is not taken for a code of somebody else', async () => {
    const counter = await atCentre(server.origin);
    const { submission } = await makeSubmission(server, counter, { trackingCode: numbered(counter, 1) });
    await counter.file(submission);
    const phone = await onOwnPhone(server.origin);
    const { body } = await settle(phone, [numbered(counter, 1), numbered(counter, 2)]);
    expect(body).toEqual({ tag: '0', items: [] });
    expect(await rowOf(numbered(counter, 2))).toBeUndefined();
  });
});

describe('mode 6: what lies on another device', () => {
  it('is no news while that device is heard of, with or without a check-in', async () => {
    const living = await atCentre(server.origin);
    const code = numbered(living, 1);
    await sayCheckIn(living, `u=${living.deviceCode}:1;e=${epoch};w=${living.deviceCode}//1`);
    await silentFor(living, 4);
    const counter = await atCentre(server.origin);
    expect((await statesOf(counter))[code]).toBe('elsewhere');
    expect((await living.sync([])).status).toBe(200);
    expect((await statesOf(counter))[code]).toBeUndefined();
  });

  it('does not go by itself when that device was revoked', async () => {
    const counter = await atCentre(server.origin);
    const revoked = await atCentre(server.origin);
    const code = numbered(revoked, 1);
    await sayCheckIn(revoked, `u=${revoked.deviceCode}:1;e=${epoch};w=${revoked.deviceCode}//1`);
    expect((await statesOf(counter))[code]).toBeUndefined();
    await server.db
      .update(devices)
      .set({ revokedAt: new Date() })
      .where(eq(devices.code, revoked.deviceCode));
    expect((await statesOf(counter))[code]).toBe('revoked');
  });
});
