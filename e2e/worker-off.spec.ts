import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { Device } from './fixtures/device';

/** A build whose worker shows a broken page for everything. */
const BAD_WORKER = `
  self.addEventListener('install', () => self.skipWaiting());
  self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
  self.addEventListener('fetch', (event) => event.respondWith(new Response('broken', { headers: { 'content-type': 'text/html' } })));
`;

let worker = BAD_WORKER;
let server: Server;
let device: Device;

test.beforeEach(async () => {
  worker = BAD_WORKER;
  server = createServer((request, response) => {
    const isWorker = request.url === '/sw.js';
    response.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html');
    response.end(isWorker ? worker : '<!doctype html><title>from the network</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  device = new Device('phone', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await device.start();
});
test.afterEach(async () => {
  await device.discard();
  server.closeAllConnections();
  server.close();
});

test('mode 21: a bad worker is taken away by the kill switch, with its files and no database', async () => {
  await device.open('/');
  await device.page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    await navigator.serviceWorker.ready;
    await caches.open('setu-files-bad');
    await caches.open('of-somebody-else');
    await new Promise((resolve) => {
      indexedDB.open('setu-work').onsuccess = resolve;
    });
  });
  await device.open('/');
  expect(await device.page.content()).toContain('broken');

  worker = readFileSync('scripts/build/no-worker.js', 'utf8');
  // A broken page runs nothing of the app: it is the browser that asks for the worker, a moment after each start.
  await expect
    .poll(
      async () => {
        await device.open('/');
        return device.page.title();
      },
      { timeout: 60_000, intervals: [5_000] },
    )
    .toBe('from the network');
  const left = await device.page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  expect(left).toEqual({ workers: 0, caches: ['of-somebody-else'], databases: ['setu-work'] });
});
