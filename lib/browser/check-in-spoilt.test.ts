import { expect, test } from 'vitest';
import { makeTrackingCode } from '../contract/tracking-code';
import type { OutboxItem } from '../outbox/item';
import { idOf, makeItem } from '../outbox/testing/make-item';
import { deviceThatIsHeard } from './testing/heard-device';

const code = (n: number) => makeTrackingCode('K7M2', n);

test('mode 11: a spoilt service in one row stops nothing', async () => {
  const { room, runtime, told } = await deviceThatIsHeard();
  const item = { ...makeItem(1), held: true };
  const submission = { ...item.submission, serviceId: 'birth\rregistration' };
  await room.outbox.add({ ...item, submission } as OutboxItem);
  await room.outbox.add(makeItem(2));
  expect(await runtime.flush()).toMatchObject({ received: [idOf(2)] });
  expect(told().at(-1)?.waiting).toContainEqual({ trackingCode: code(1), serviceId: null });
});

test('mode 11: a check-in that cannot stand in a header is left out of the exchange', async () => {
  const { room, runtime, told } = await deviceThatIsHeard();
  const position = room.outbox.position;
  room.outbox.position = async () => ({ ...(await position()), epoch: 'e\n1' });
  await room.outbox.add(makeItem(1));
  await runtime.flush();
  expect((await room.outbox.get(idOf(1)))?.state).toBe('received');
  expect(told()).toEqual([]);
});
