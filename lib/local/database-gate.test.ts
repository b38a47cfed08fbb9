import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { DatabaseGate } from './database-gate';
import { createFakeProfile } from './testing/fake-databases';
import { sampleItem } from './testing/sample-items';
import { WORK_DATABASE, WorkDatabase } from './work-database';

describe('the gate to the work database', () => {
  test('a connection lost between two calls is opened again and the work done', async () => {
    const gate = createFakeProfile().openWork();
    await gate.write([gate.db.outbox], (db) => db.outbox.add(sampleItem(1)));
    gate.db.close();
    expect(await gate.read((db) => db.outbox.count())).toBe(1);
  });

  test('a database that keeps failing is named down after four attempts and is still there', async () => {
    const profile = createFakeProfile();
    const gate = profile.openWork();
    await gate.write([gate.db.outbox], (db) => db.outbox.add(sampleItem(1)));
    const work = vi.fn(() => Promise.reject(named('UnknownError')));
    await expect(gate.read(work)).rejects.toMatchObject({ problem: { type: 'store-down' } });
    expect(work).toHaveBeenCalledTimes(4);
    expect(gate.state).toBe('store-down');
    expect(await profile.openWork().read((db) => db.outbox.count())).toBe(1);
  });

  test('a write that fails for quota at commit is storage-full and changed nothing', async () => {
    const gate = createFakeProfile().openWork();
    const write = gate.write([gate.db.outbox], async (db) => {
      await db.outbox.add(sampleItem(1));
      throw Object.assign(named('AbortError'), { inner: named('QuotaExceededError') });
    });
    await expect(write).rejects.toMatchObject({ problem: { type: 'storage-full' } });
    expect(await gate.read((db) => db.outbox.count())).toBe(0);
  });

  test('a defect rises as it is', async () => {
    const gate = createFakeProfile().openWork();
    await expect(gate.read(() => Promise.reject(new TypeError('bug')))).rejects.toThrow(TypeError);
  });

  test('a browser that forbids storage is named unavailable', async () => {
    const broken = new IDBFactory();
    broken.open = () => {
      throw named('SecurityError');
    };
    const gate = new DatabaseGate(new WorkDatabase(undefined, { indexedDB: broken, IDBKeyRange }), {
      reopen: [],
    });
    expect(await gate.open()).toEqual({ ok: false, problem: { type: 'store-unavailable' } });
  });

  test('an opening that another window holds up is named blocked, and opens when that window lets go', async () => {
    const indexedDB = new IDBFactory();
    const old = await openStubborn(indexedDB);
    const gate = new DatabaseGate(new WorkDatabase(undefined, { indexedDB, IDBKeyRange }), {
      openTimeout: 30,
    });
    expect(await gate.open()).toEqual({ ok: false, problem: { type: 'store-blocked' } });
    old.close();
    await vi.waitFor(() => expect(gate.state).toBe('open'));
  });

  test('a tab lets go when a newer version wants to open, and can go on working beside it', async () => {
    const profile = createFakeProfile();
    const gate = profile.openWork();
    await gate.open();
    const newer = new Dexie(WORK_DATABASE, { indexedDB: profile.indexedDB, IDBKeyRange });
    newer.version(2).stores({ outbox: 'id, queuedAt', later: 'id' });
    await newer.open();
    expect(gate.state).toBe('closed');
    await gate.write([gate.db.outbox], (db) => db.outbox.add(sampleItem(1)));
    expect(await newer.table('outbox').count()).toBe(1);
    newer.close();
  });
});

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

/** An old tab that does not close when asked. */
function openStubborn(indexedDB: IDBFactory): Promise<{ close(): void }> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(WORK_DATABASE, 5);
    request.onupgradeneeded = () => request.result.createObjectStore('drafts', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
