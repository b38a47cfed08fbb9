import { describe, expect, test } from 'vitest';
import { makeTrackingCode } from '../contract/tracking-code';
import type { OutboxItem } from '../outbox/item';
import { idOf, makeItem } from '../outbox/testing/make-item';
import { readLedger, writeLedger } from './queue-ledger';
import { settleIn } from './settle-never-arrived';
import { createFakeDevice } from './testing/fake-device';
import { deviceThatIsHeard } from './testing/heard-device';
import type { WorkRoom } from './work-room';

const code = (n: number) => makeTrackingCode('K7M2', n);
const held = (n: number) => ({ ...makeItem(n), held: true }) as OutboxItem;
const refused = (n: number) =>
  ({ ...makeItem(n), state: 'needs-attention', problem: { code: 'supersedes-unknown' } }) as OutboxItem;
const codesIn = (list: readonly { readonly trackingCode: string }[] | undefined) =>
  list?.map(({ trackingCode }) => trackingCode);
const shown = async (room: WorkRoom) => codesIn((await room.records.neverArrived()).items);

const keptDraft = (room: WorkRoom, n: number, link: object, state: 'kept' | 'open' = 'kept') =>
  room.gate.write([room.gate.db.drafts], async () => {
    await room.gate.db.drafts.put({
      v: 1,
      id: idOf(n),
      owner: 'user:x',
      serviceId: 'birth-registration',
      serviceVersion: 1,
      state,
      createdAt: n,
      updatedAt: n,
      box: { kid: 'k', iv: new ArrayBuffer(12), ct: new ArrayBuffer(16) },
      ...link,
    });
  });

const enrolAt = (room: WorkRoom, id: string, deviceCode: string) => {
  const centre = { id, name: { bn: 'ক', en: 'A' }, unionId: 'u', upazilaId: 'z', districtId: 'd' };
  return room.records.enrol({ kind: 'centre', deviceId: idOf(9), deviceCode, centre }, 1);
};

describe('mode 6: what was refused and filed anew', () => {
  test.each([
    ['the server never had the first', { mends: idOf(1) }],
    ['the server had the first', { supersedes: idOf(1) }],
  ])('is taken back, and in no ledger: %s', async (_, link) => {
    const { room, runtime, told, storage } = await deviceThatIsHeard();
    await room.outbox.add(refused(1));
    await runtime.flush();
    expect(told().at(-1)).toMatchObject({ waiting: [{ trackingCode: code(1) }], takenBack: [] });
    expect(codesIn(readLedger(storage).waiting)).toEqual([code(1)]);
    await keptDraft(room, 2, link);
    await runtime.flush();
    expect(told().at(-1)).toMatchObject({ waiting: [], takenBack: [{ trackingCode: code(1) }], lost: [] });
    expect(readLedger(storage)).toMatchObject({ waiting: [], lost: [] });
  });

  test('still waits as long as the new one is a draft', async () => {
    const { room, runtime, told } = await deviceThatIsHeard();
    await room.outbox.add(refused(1));
    await keptDraft(room, 2, { supersedes: idOf(1) }, 'open');
    await runtime.flush();
    expect(told().at(-1)).toMatchObject({ waiting: [{ trackingCode: code(1) }], takenBack: [] });
  });
});

describe('mode 6: a device that went from one centre to another', () => {
  test('keeps what the first lost for the first, and never tells it what the second holds', async () => {
    const { within, storage, told } = await deviceThatIsHeard();
    const entry = { serviceId: null, queuedAt: 1 };
    writeLedger(storage, { v: 1, waiting: [{ trackingCode: code(1), ...entry, centreId: 'a' }], lost: [] });
    const { room: fresh } = await createFakeDevice();
    await enrolAt(fresh, 'b', 'Q1ZX');
    const there = await within(fresh);
    await there.room.outbox.add(held(2));
    await there.runtime.flush();
    expect(told().at(-1)).toMatchObject({ usedBy: 'Q1ZX', waiting: [{ trackingCode: code(2) }], lost: [] });
    expect(await shown(there.room)).toEqual([]);
    // Evicted again, and back at the first.
    const { room: again } = await createFakeDevice();
    await enrolAt(again, 'a', 'R1ZX');
    const back = await within(again);
    await back.runtime.flush();
    expect(codesIn(told().at(-1)?.lost)).toEqual([code(1)]);
    expect(codesIn(readLedger(storage).lost)).toEqual([code(2)]);
    expect(readLedger(storage).lost[0]?.centreId).toBe('b');
  });

  test('a ledger of an earlier build names its centre once', () => {
    const entry = { trackingCode: code(1), serviceId: null, queuedAt: 1 };
    const text = JSON.stringify({ v: 1, centreId: 'a', waiting: [entry], lost: [] });
    const ledger = readLedger({ getItem: () => text, setItem: () => undefined });
    expect(ledger).toEqual({ v: 1, waiting: [{ ...entry, centreId: 'a' }], lost: [] });
  });
});

test('mode 6: as long as something is on the list, each exchange asks whether it still stands', async () => {
  const { room, runtime, tell, told } = await deviceThatIsHeard();
  const items = [{ trackingCode: code(7), announcedAt: '2026-11-22T04:42:00.000Z', state: 'lost' as const }];
  tell({ tag: '1.abc', items });
  await runtime.flush();
  for (let n = 0; n < 3; n += 1) await runtime.flush();
  expect(told()).toHaveLength(4);
  tell({ tag: '0', items: [] });
  await runtime.flush();
  expect(await shown(room)).toEqual([]);
  await runtime.flush();
  await runtime.flush();
  expect(told()).toHaveLength(5);
});

test('mode 6: the epoch is read before the queue', async () => {
  const { room, runtime } = await deviceThatIsHeard();
  const { position, all } = room.outbox;
  const order: string[] = [];
  room.outbox.position = () => {
    order.push('epoch');
    return position();
  };
  room.outbox.all = () => {
    order.push('queue');
    return all();
  };
  await runtime.flush();
  expect(order.slice(0, 2)).toEqual(['epoch', 'queue']);
});

describe('mode 6: a decision about what the server has not heard of', () => {
  test('stays in the ledger until it was answered, and then does not come back', async () => {
    const { room, runtime, server, storage } = await deviceThatIsHeard();
    const entry = { serviceId: null, queuedAt: 1, centreId: null };
    const waiting = [1, 2].map((n) => ({ trackingCode: code(n), ...entry }));
    writeLedger(storage, { v: 1, waiting, lost: [] });
    server.state.isDown = true;
    await runtime.flush();
    const request = { trackingCodes: [code(1)], decision: 'filed-again' } as const;
    expect(await settleIn(room, storage, request)).toMatchObject({ type: 'no-line' });
    expect(codesIn(readLedger(storage).lost)).toEqual([code(1), code(2)]);
    expect(await shown(room)).toEqual([code(1), code(2)]);
    server.state.isDown = false;
    expect(await settleIn(room, storage, request)).toBeNull();
    expect(codesIn(readLedger(storage).lost)).toEqual([code(2)]);
    expect(await shown(room)).toEqual([code(2)]);
  });
});
