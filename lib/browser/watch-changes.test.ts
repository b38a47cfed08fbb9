import { expect, test, vi } from 'vitest';
import { createFakeDevice } from './testing/fake-device';
import { watchChanges } from './watch-changes';

test('a change of this tab and of another is heard, of the other database and after the end it is not', async () => {
  const { room, openTab } = await createFakeDevice();
  const other = openTab();
  const heard = vi.fn();
  const stop = watchChanges(room.gate, heard);

  await room.records.changeSettings({ chargeBdt: 10 });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  await other.records.changeSettings({ chargeBdt: 20 });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));

  await room.referenceGate.write([room.referenceGate.db.records], (db) => db.records.delete('server-keys'));
  stop();
  await room.records.changeSettings({ chargeBdt: 30 });
  await new Promise((done) => setTimeout(done, 20));
  expect(heard).toHaveBeenCalledTimes(2);
});

test('a change says which tables it touched', async () => {
  const { room } = await createFakeDevice();
  const touched: boolean[][] = [];
  const stop = watchChanges(room.gate, (touches) => {
    touched.push(['records', 'record', 'drafts'].map(touches));
  });
  await room.records.changeSettings({ chargeBdt: 10 });
  await vi.waitFor(() => expect(touched).toEqual([[true, false, false]]));
  await room.gate.write([room.gate.db.drafts, room.gate.db.records], async (db) => {
    await db.drafts.delete('none');
    await db.records.delete('ticket');
  });
  await vi.waitFor(() => expect(touched.at(-1)).toEqual([true, false, true]));
  stop();
});
