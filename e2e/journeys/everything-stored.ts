import type { Page } from '@playwright/test';

/** How often some words lie in what the origin has stored: every row of every database, caches and the small stores. */
export function timesStored(page: Page, words: string): Promise<number> {
  return page.evaluate(async (sought) => {
    const utf8 = new TextEncoder().encode(sought);
    const asText = (bytes: Uint8Array) => bytes.reduce((text, byte) => text + String.fromCharCode(byte), '');
    const needle = asText(utf8);
    let times = 0;
    const seen = new Set<unknown>();
    const look = (value: unknown): void => {
      if (typeof value === 'string') times += value.split(sought).length - 1;
      else if (value instanceof ArrayBuffer) look(new Uint8Array(value));
      else if (value instanceof Uint8Array) {
        let text = '';
        for (let at = 0; at < value.length; at += 8192)
          text += String.fromCharCode(...value.subarray(at, at + 8192));
        times += text.split(needle).length - 1;
      } else if (typeof value === 'object' && value !== null && !seen.has(value)) {
        seen.add(value);
        for (const [key, inner] of Object.entries(value)) {
          look(key);
          look(inner);
        }
      }
    };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name));
      for (const store of db.objectStoreNames)
        look(await done(db.transaction(store).objectStore(store).getAll()));
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        look(request.url);
        const answer = await cache.match(request);
        if (answer) look(new Uint8Array(await answer.arrayBuffer()));
      }
    }
    look({ ...localStorage });
    look({ ...sessionStorage });
    look(document.cookie);
    look(location.href);
    return times;
  }, words);
}
