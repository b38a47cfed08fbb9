import { count, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTrackingCode } from '@/lib/contract/tracking-code';
import { announced, checkIns } from '@/lib/server/db/schema/announced';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre, onOwnPhone } from '@/lib/server/testing/people';
import { epochOf, sayCheckIn, statesOf } from '@/lib/server/testing/say-check-in';
import { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let epoch: string;

beforeAll(async () => {
  server = await createTestServer();
  epoch = await epochOf(new TestClient(server.origin));
});
afterAll(() => server.close());

const numbered = (client: TestClient, n: number) => makeTrackingCode(client.deviceCode, n);
const checkInOf = async (code: string) =>
  (
    await server.db
      .select()
      .from(checkIns)
      .where(sql`${checkIns.deviceId} = (SELECT id FROM devices WHERE code = ${code})`)
  )[0];
const rowsLike = async (code: string) =>
  (
    await server.db
      .select({ n: count() })
      .from(announced)
      .where(sql`${announced.trackingCode} LIKE ${`${code}-%`}`)
  )[0]?.n;

describe('mode 6: the numbers that were given out', () => {
  it.each([
    ['under another device code', 'K7M2:50'],
    ['under no named code', '50'],
  ])('%s make no gaps', async (_, u) => {
    const phone = await onOwnPhone(server.origin);
    await sayCheckIn(phone, `u=${u};e=${epoch}`);
    expect(await statesOf(phone)).toEqual({});
    expect(await checkInOf(phone.deviceCode)).toMatchObject({ used: 0, checkedThrough: 0 });
    await sayCheckIn(phone, `u=${phone.deviceCode}:1;e=${epoch}`);
    expect(await statesOf(phone)).toEqual({ [numbered(phone, 1)]: 'lost' });
  });

  it('tell an overtaken check-in from the newest: it takes nothing for lost', async () => {
    const phone = await onOwnPhone(server.origin);
    const { deviceCode } = phone;
    await sayCheckIn(phone, `u=${deviceCode}:3;e=${epoch};w=${deviceCode}//1-3`);
    await sayCheckIn(phone, `u=${deviceCode}:2;e=${epoch};w=${deviceCode}//1-2`);
    expect(await statesOf(phone)).toEqual({});
    await sayCheckIn(phone, `u=${deviceCode}:3;e=${epoch};w=${deviceCode}//1-2`);
    expect(await statesOf(phone)).toEqual({ [numbered(phone, 3)]: 'lost' });
  });

  it('cannot fill a disk: five hundred are missed at once, two thousand in all', async () => {
    const phone = await onOwnPhone(server.origin);
    const said = `u=${phone.deviceCode}:999999999999;e=${epoch}`;
    await sayCheckIn(phone, said);
    expect(await rowsLike(phone.deviceCode)).toBe(500);
    for (let n = 0; n < 4; n += 1) await sayCheckIn(phone, said);
    await sayCheckIn(phone, `${said};l=${phone.deviceCode}//5000-6000;w=${phone.deviceCode}//7000-7500`);
    expect(await rowsLike(phone.deviceCode)).toBe(2000);
    expect(await checkInOf(phone.deviceCode)).toMatchObject({ checkedThrough: 2000 });
  });
});

describe('mode 6: codes of somebody else', () => {
  it('are not kept, and nobody hears from them whether they arrived', async () => {
    const counter = await atCentre(server.origin);
    const { deviceCode } = counter;
    await counter.file(
      (await makeSubmission(server, counter, { trackingCode: numbered(counter, 1) })).submission,
    );
    const phone = await onOwnPhone(server.origin);
    await sayCheckIn(phone, `u=0;e=${epoch};l=${deviceCode}//1-2;w=${deviceCode}//3-400`);
    expect(await statesOf(phone)).toEqual({});
    expect(await rowsLike(deviceCode)).toBe(0);
  });

  it('are those of a device of the same centre to nobody there', async () => {
    const [one, other] = [await atCentre(server.origin), await atCentre(server.origin)];
    await sayCheckIn(other, `u=0;e=${epoch};l=${one.deviceCode}//4`);
    expect(await statesOf(one)).toMatchObject({ [numbered(one, 4)]: 'lost' });
  });
});

describe('mode 6: an enrolment whose answer is lost', () => {
  it('keeps nothing from the next one: what the first had announced is asked of that', async () => {
    const phone = await onOwnPhone(server.origin);
    const [before, cookie] = [phone.deviceCode, phone.cookies.get('setu-device') ?? ''];
    await sayCheckIn(phone, `u=${before}:2;e=${epoch};w=${before}//1-2`);
    const heard = await checkInOf(before);
    await phone.enrol('personal');
    expect(await checkInOf(phone.deviceCode)).toMatchObject({ at: heard?.at, follows: heard?.deviceId });
    // The browser never got that answer.
    phone.cookies.set('setu-device', cookie);
    await phone.enrol('personal');
    await sayCheckIn(phone, `u=0;e=${epoch};w=${before}//2`);
    expect(await statesOf(phone)).toEqual({ [makeTrackingCode(before, 1)]: 'lost' });
  });

  it('takes nothing back from a device that was heard of since', async () => {
    const phone = await onOwnPhone(server.origin);
    const [before, cookie] = [phone.deviceCode, phone.cookies.get('setu-device') ?? ''];
    await sayCheckIn(phone, `u=${before}:1;e=${epoch};w=${before}//1`);
    await phone.enrol('personal');
    await sayCheckIn(phone, `u=0;e=${epoch};w=${before}//1`);
    const [row] = await server.db
      .select()
      .from(announced)
      .where(eq(announced.trackingCode, makeTrackingCode(before, 1)));
    const copy = new TestClient(server.origin);
    copy.cookies.set('setu-device', cookie);
    await copy.enrol('personal');
    await sayCheckIn(copy, `u=0;e=${epoch}`);
    expect(await statesOf(copy)).toEqual({});
    await sayCheckIn(phone, `u=0;e=${epoch}`);
    expect(await statesOf(phone)).toEqual({ [makeTrackingCode(before, 1)]: 'lost' });
    expect(row).toMatchObject({ takenFrom: null });
  });
});
