import type { Page } from '@playwright/test';

/** What the server called this device. */
export function readDevice(page: Page): Promise<{ readonly deviceCode: string }> {
  return page.evaluate(async () => {
    const open = indexedDB.open('setu-work');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const get = db.transaction('records').objectStore('records').get('device');
    const row = await new Promise<{ deviceCode: string }>((resolve, reject) => {
      get.onsuccess = () => resolve(get.result);
      get.onerror = () => reject(get.error);
    });
    db.close();
    return row;
  });
}

/** States of everything in the queue of this device, by id. */
export function readStates(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => {
    const open = indexedDB.open('setu-work');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const all = db.transaction('outbox').objectStore('outbox').getAll();
    const rows = await new Promise<{ id: string; state: string }[]>((resolve, reject) => {
      all.onsuccess = () => resolve(all.result);
      all.onerror = () => reject(all.error);
    });
    db.close();
    return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
  });
}
