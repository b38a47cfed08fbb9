import { describe, expect, test } from 'vitest';
import { steer } from '../outbox/steer';
import { idOf, makeItem } from '../outbox/testing/make-item';
import { exportFrom } from './export-unsent';
import { createFakeDevice, createTestSync } from './testing/fake-device';

async function deviceWith(count: number) {
  const device = await createFakeDevice();
  for (let n = 1; n <= count; n += 1) await device.room.outbox.add(makeItem(n));
  return device;
}

describe('several contexts on one queue', () => {
  test('two tabs and the worker, without a lock, record twenty items once each and send none twice', async () => {
    const { server, room, openTab } = await deviceWith(20);
    server.state.delayMs = 5;
    const runtimes = await Promise.all([room, openTab(), openTab()].map((one) => createTestSync(one)));
    await Promise.all(runtimes.map((runtime) => runtime.flush()));
    expect((await room.outbox.all()).map(({ state }) => state)).toEqual(Array(20).fill('received'));
    expect(server.known.size).toBe(20);
    expect(server.state.sent).toBe(20);
  });

  test('with a lock the second context steps back', async () => {
    const { server, room, openTab } = await deviceWith(3);
    server.state.delayMs = 20;
    const locks = fakeLocks();
    const one = await createTestSync(room, { locks });
    const two = await createTestSync(openTab(), { locks });
    const [first, second] = await Promise.all([one.flush(), two.flush()]);
    expect(first).toMatchObject({ end: 'done' });
    expect(second).toBe('busy');
    expect(server.state.sent).toBe(3);
  });

  test('a context killed in the middle leaves its items to the next, and the server knows them', async () => {
    const { server, room, openTab } = await deviceWith(2);
    const { fetch } = server;
    const late = {
      ...room.line,
      fetch: (async (...call: Parameters<typeof fetch>) => {
        await fetch(...call);
        room.gate.db.close();
        throw new TypeError('killed');
      }) as typeof fetch,
    };
    await (await createTestSync({ ...room, line: late })).flush().catch(() => undefined);
    expect(server.known.size).toBe(2);
    const next = openTab();
    const inAnHour = { ...next, now: () => Date.now() + 3_600_000 };
    await (await createTestSync(inAnHour)).flush();
    expect((await next.outbox.all()).map(({ state }) => state)).toEqual(['received', 'received']);
    expect(server.known.size).toBe(2);
  });

  test('a device that was never enrolled asks nothing', async () => {
    const { server, room } = await deviceWith(1);
    await room.gate.write([room.gate.db.records], (db) => db.records.delete('device'));
    expect(await (await createTestSync(room)).flush()).toBe('not-enrolled');
    expect(server.state.requests).toBe(0);
  });

  test('a receipt of another server is not believed and the item goes on waiting', async () => {
    const { room, server } = await deviceWith(1);
    const stranger = await createFakeDevice();
    // A proxy that leads only this one call astray: the keys still come from the server itself.
    const astray: typeof fetch = (input, init) =>
      (String(input).endsWith('/sync') ? stranger : { server }).server.fetch(input, init);
    await (await createTestSync({ ...room, line: { ...room.line, fetch: astray } })).flush();
    const [item] = await room.outbox.all();
    expect(item?.state).not.toBe('received');
  });
});

test('what is not received can be carried away on a pen-drive, sealed', async () => {
  const { room } = await deviceWith(2);
  const exported = await exportFrom(room);
  if (!exported.ok) throw new Error('not exported');
  expect(exported.value.count).toBe(2);
  const [head = '', item = ''] = (await exported.value.blob.text()).split('\n');
  expect(JSON.parse(head)).toMatchObject({ format: 'sheba-setu-unsent', v: 2, deviceCode: 'K7M2', items: 2 });
  expect(JSON.parse(item).submission).toEqual(makeItem(1).submission);
});

test('one application is carried away by itself; one that was taken back does not go along with the others', async () => {
  const { room } = await deviceWith(3);
  const withdrawn = { type: 'withdrawn', by: 'citizen' } as const;
  await steer({ store: room.outbox, clock: room.now }, idOf(3), withdrawn);
  const idsIn = async (only: { readonly id?: string }) => {
    const exported = await exportFrom(room, only);
    if (!exported.ok) throw new Error('not exported');
    const lines = (await exported.value.blob.text()).trim().split('\n');
    const parts = lines.map((line) => JSON.parse(line) as { part?: string; submission?: { id: string } });
    return parts.flatMap(({ part, submission }) => (part === 'item' && submission ? [submission.id] : []));
  };
  expect(await idsIn({})).toEqual([idOf(1), idOf(2)]);
  expect(await idsIn({ id: idOf(2) })).toEqual([idOf(2)]);
});

/** Web Locks for one name in memory: enough for `ifAvailable`. */
function fakeLocks(): LockManager {
  let held = false;
  const request = async (_: string, __: unknown, work: (lock: unknown) => Promise<unknown>) => {
    if (held) return work(null);
    held = true;
    try {
      return await work({});
    } finally {
      held = false;
    }
  };
  return { request, query: async () => ({}) } as unknown as LockManager;
}
