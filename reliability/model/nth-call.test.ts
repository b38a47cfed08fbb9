import { describe, expect, test } from 'vitest';
import { queueDraft } from '../../lib/browser/queue-draft';
import { StoreError } from '../../lib/local/store-error';
import { askAgain } from '../../lib/outbox/ask-again';
import { type CountedDevice, openCountedDevice } from './counted-device';
import { type DatabaseFailure, PlannedError } from './failing-calls';
import { JOURNEYS, type Journey } from './journeys';

const MINUTE = 60_000;

/** What lies in the queue and in drafts before a journey: none of it may be lost by it. */
async function picture({ room }: CountedDevice) {
  const drafts = await room.drafts.rowsOf('citizen');
  const items = await room.outbox.all();
  return {
    drafts: new Set(drafts.map(({ id }) => id)),
    bytes: new Map(items.map(({ id, submission }) => [id, JSON.stringify(submission)])),
  };
}

/** Runs the journey with its n-th call failing (none when n is 0), and then everything to its end. */
async function play(journey: Journey, failure: DatabaseFailure, n: number) {
  const device = await openCountedDevice(failure);
  const { counter, room, server } = device;
  const id = await journey.prepare(device);
  const before = await picture(device);
  counter.plan(n === 0 ? undefined : n);
  const thrown = await journey.go(device, id).then(
    () => null,
    (error: unknown) => error as Error,
  );
  const { calls, failed } = counter;
  counter.plan();
  const about = `${journey.name}, call ${n} (${failed})`;
  if (thrown !== null) {
    const isTyped = thrown instanceof StoreError || thrown instanceof PlannedError;
    expect(isTyped, `${about} failed with ${thrown.name}: ${thrown.message}`).toBe(true);
  }
  const after = await picture(device);
  for (const draft of before.drafts) expect(after.drafts, `I1: ${about} lost a draft`).toContain(draft);
  for (const [item, bytes] of before.bytes)
    expect(after.bytes.get(item), `I1: ${about} lost or changed ${item}`).toBe(bytes);

  Object.assign(device.device, { isPortal: false, now: device.device.now + 16 * MINUTE });
  device.refused.clear();
  for (const row of await room.drafts.rowsOf('citizen'))
    if (row.state === 'open') await queueDraft(room, row.id);
  for (const item of await room.outbox.all())
    if (item.state === 'needs-attention') await askAgain({ store: room.outbox, clock: room.now }, item.id);
  for (let flush = 0; flush < 3; flush += 1) {
    device.device.now += MINUTE;
    await device.runner.flushOnce({ hurry: true });
  }
  const items = await room.outbox.all();
  const drafts = await room.drafts.rowsOf('citizen');
  for (const item of items) {
    expect(item.state, `I6: ${about} leaves ${item.state}`).toBe('received');
    expect(server.known.get(item.id)?.submission, `I3: ${about}`).toEqual(item.submission);
    for (const file of await room.files.filesOf(item.id))
      expect(file.state, `I6: ${about} leaves a file ${file.state}`).toBe('sent');
  }
  expect(new Set(server.known.keys()), `I4: ${about}`).toEqual(new Set(items.map((item) => item.id)));
  for (const row of drafts)
    expect(row.state === 'kept', `I1: ${about} queued by half`).toBe(
      items.some((item) => item.id === row.id),
    );
  for (const before_ of before.drafts) expect(drafts.some((row) => row.id === before_)).toBe(true);
  return { calls, failed };
}

describe.each(['QuotaExceededError', 'UnknownError'] as const)(
  'each call in turn fails, the database with %s: a typed error or another try, and I1 to I4 hold',
  (failure) => {
    test.each(JOURNEYS.map((journey) => [journey.name, journey] as const))('%s', async (_, journey) => {
      const { calls } = await play(journey, failure, 0);
      expect(calls).toBeGreaterThan(0);
      for (let n = 1; n <= calls; n += 1) {
        const { failed } = await play(journey, failure, n);
        expect(failed, `call ${n} of ${calls} was made to fail`).not.toBeNull();
      }
    });
  },
);
