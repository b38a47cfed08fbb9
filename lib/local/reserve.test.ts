import { describe, expect, test } from 'vitest';
import type { DatabaseGate } from './database-gate';
import { hasReserve, layReserve, RESERVE_BYTES, spendReserve } from './reserve';
import { createFakeProfile } from './testing/fake-databases';
import { sampleItem } from './testing/sample-items';
import type { WorkDatabase } from './work-database';

const bytes = new Uint8Array(RESERVE_BYTES);

async function fullDevice() {
  const gate = createFakeProfile().openWork();
  await layReserve(gate, bytes);
  const asked: boolean[] = [];
  gate.onFull = async (isText) => {
    asked.push(isText);
    return isText && spendReserve(gate);
  };
  return { gate, asked };
}

/** Writes that do not fit as long as the reserve lies there. */
const writeText = (gate: DatabaseGate<WorkDatabase>) =>
  gate.write([gate.db.outbox, gate.db.records], async (db) => {
    await db.outbox.add(sampleItem(1));
    await failIfFull(gate);
  });

async function failIfFull(gate: DatabaseGate<WorkDatabase>): Promise<void> {
  if (room.get(gate) !== true) throw Object.assign(new Error(), { name: 'QuotaExceededError' });
}
const room = new WeakMap<DatabaseGate<WorkDatabase>, boolean>();

describe('the reserve', () => {
  test('is 5 MB among the file parts, laid once and given up once', async () => {
    const gate = createFakeProfile().openWork();
    expect(await hasReserve(gate)).toBe(false);
    await layReserve(gate, bytes);
    await layReserve(gate, bytes);
    expect(await gate.read((db) => db.fileParts.count())).toBe(20);
    expect(await hasReserve(gate)).toBe(true);
    expect(await spendReserve(gate)).toBe(true);
    expect(await spendReserve(gate)).toBe(false);
    expect(await gate.read((db) => db.fileParts.count())).toBe(0);
  });

  test('lets words through that did not fit, in one go for whoever wrote them', async () => {
    const { gate, asked } = await fullDevice();
    const { onFull } = gate;
    gate.onFull = async (isText) => {
      const freed = (await onFull?.(isText)) ?? false;
      room.set(gate, freed);
      return freed;
    };
    await writeText(gate);
    expect(await gate.read((db) => db.outbox.count())).toBe(1);
    expect(asked).toEqual([true]);
    expect(await hasReserve(gate)).toBe(false);
  });

  test('is not given to files, which fail and change nothing', async () => {
    const { gate, asked } = await fullDevice();
    const write = gate.write([gate.db.files, gate.db.fileParts], () => failIfFull(gate));
    await expect(write).rejects.toMatchObject({ problem: { type: 'storage-full' } });
    expect(asked).toEqual([false]);
    expect(await hasReserve(gate)).toBe(true);
  });

  test('once spent, words that do not fit are said not to fit', async () => {
    const { gate } = await fullDevice();
    await expect(writeText(gate)).rejects.toMatchObject({ problem: { type: 'storage-full' } });
    await expect(writeText(gate)).rejects.toMatchObject({ problem: { type: 'storage-full' } });
    expect(await gate.read((db) => db.outbox.count())).toBe(0);
  });
});
