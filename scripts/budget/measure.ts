import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from '@playwright/test';
import { CuttingProxy } from '../../e2e/cutting-proxy';
import { Device } from '../../e2e/fixtures/device';
import type { RunningServer } from '../../e2e/fixtures/running-server';
import { startApplication } from '../bench/start-application';

export interface FirstVisit {
  /** Wire bytes of HTML, JS and CSS that the page itself loaded until a person can search. */
  readonly usableBytes: number;
  /** The same until the services are listed. */
  readonly listedBytes: number;
  /**
   * All bytes that came down for every page to open off line, headers and all. Without what comes after that by itself: the
   * whole country's places, and the Bangla face.
   */
  readonly offlineBytes: number;
  readonly fontBytes: number;
  readonly offlineRequests: number;
  /** The same requests answered to a client that takes gzip only. */
  readonly offlineGzipBytes: number;
  /** What was loaded, for people. */
  readonly list: readonly string[];
}

export interface FormPage {
  /** Wire bytes of the scripts that the page's HTML names: what is loaded before anything is drawn. */
  readonly bytes: number;
  /** With what comes after it until the first field can be filled in: storage, queue, the form's language. */
  readonly untilFirstField: number;
  readonly list: readonly string[];
}

/** What a browser asks for on a line that is secure, or what a proxy on the way may leave of it. */
export type Packing = 'brotli' | 'gzip';

interface Loaded {
  readonly url: string;
  readonly type: string;
  readonly bytes: number;
}

/** What the page loads, with the bytes each answer took on the wire. */
async function watchLoads(
  page: Page,
  packing: Packing = 'brotli',
): Promise<{ readonly loads: readonly Loaded[]; stop(): Promise<void> }> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const started = new Map<string, { url: string; type: string }>();
  const loads: Loaded[] = [];
  session.on('Network.responseReceived', (event) =>
    started.set(event.requestId, { url: event.response.url, type: event.type }),
  );
  session.on('Network.loadingFinished', (event) => {
    const request = started.get(event.requestId);
    if (request) loads.push({ ...request, bytes: event.encodedDataLength });
  });
  await session.send('Network.enable');
  if (packing === 'gzip')
    await session.send('Network.setExtraHTTPHeaders', { headers: { 'accept-encoding': 'gzip' } });
  return { loads, stop: () => session.detach() };
}

const isCode = (load: Loaded) => ['Document', 'Script', 'Stylesheet'].includes(load.type);
const sum = (loads: readonly Loaded[]) => loads.reduce((total, load) => total + load.bytes, 0);

async function onNewDevice<T>(
  server: RunningServer,
  work: (device: Device, line: CuttingProxy) => Promise<T>,
): Promise<T> {
  const line = await CuttingProxy.listen(() => server.port);
  const device = new Device('phone', line.origin);
  await device.start();
  try {
    return await work(device, line);
  } finally {
    await device.discard();
    await line.close();
  }
}

/** Addresses of what had come down by then. */
async function loadedWhenUsable(page: Page): Promise<ReadonlySet<string>> {
  await page.waitForFunction(() => 'usableAt' in window);
  const names = await page.evaluate(() => {
    const at = Reflect.get(window, 'usableAt') as number;
    return performance
      .getEntriesByType('resource')
      .filter((entry) => entry.startTime + entry.duration <= at)
      .map((entry) => entry.name);
  });
  return new Set([...names, page.url()]);
}

export function measureFirstVisit(server: RunningServer, packing?: Packing): Promise<FirstVisit> {
  return onNewDevice(server, async (device, line) => {
    const { loads } = await watchLoads(device.page, packing);
    await device.page.addInitScript({
      path: fileURLToPath(new URL('./note-when-usable.js', import.meta.url)),
    });
    await device.open('/');
    const early = await loadedWhenUsable(device.page);
    await device.page.locator('main a[href^="/service?"]').first().waitFor({ timeout: 30_000 });
    const listedBytes = sum(loads.filter(isCode));
    await device.waitUntilOfflineReady();
    const country = await countryBytes(server);
    await device.page.waitForTimeout(3000);
    const fonts = line.requests.filter((request) => request.includes('.woff2'));
    const fontBytes = await gzipBytes(server, fonts);
    const isLater = (request: string) => request.includes('/places/unions.json') || fonts.includes(request);
    const offline = line.requests.filter((request) => !isLater(request));
    const sawCountry = offline.length + fonts.length < line.requests.length;
    return {
      usableBytes: sum(loads.filter((load) => isCode(load) && early.has(load.url))),
      listedBytes,
      offlineBytes: line.counts.down - (sawCountry ? country : 0) - fontBytes,
      fontBytes,
      offlineRequests: offline.length,
      offlineGzipBytes: await gzipBytes(server, offline),
      list: [
        ...loads.map(
          (load) =>
            `${String(load.bytes).padStart(8)} ${load.type.padEnd(10)} ${early.has(load.url) ? 'before' : '      '} ${load.url}`,
        ),
        '',
        ...line.requests,
      ],
    };
  });
}

/** Wire bytes of the scripts that a form needs on a device which has loaded nothing yet: the address of a draft, opened cold. */
export function measureFormPage(server: RunningServer, packing?: Packing): Promise<FormPage> {
  return onNewDevice(server, async (device) => {
    await device.open('/service?id=nationality-character-certificate');
    const address = await startApplication(device.page);
    await forgetFiles(device.page);
    const { loads } = await watchLoads(device.page, packing);
    await device.page.goto(address);
    await device.page.getByRole('textbox').first().waitFor({ timeout: 30_000 });
    const scripts = loads.filter((load) => load.type === 'Script');
    const html = await (await fetch(`${device.origin}/apply`)).text();
    const named = scripts.filter((load) => html.includes(new URL(load.url).pathname));
    return {
      bytes: sum(named),
      untilFirstField: sum(scripts),
      list: scripts.map((load) => `${String(load.bytes).padStart(8)} ${load.url}`),
    };
  });
}

/** Takes away all stored files but no work: no worker, no caches, an empty browser cache. */
async function forgetFiles(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await session.detach();
}

async function countryBytes(server: RunningServer): Promise<number> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const call = request(
      {
        port: server.port,
        host: '127.0.0.1',
        path: '/places/unions.json',
        headers: { 'accept-encoding': 'gzip' },
      },
      (answer) => {
        let bytes = 0;
        answer.on('data', (data: Buffer) => {
          bytes += data.length;
        });
        answer.on('end', () => resolve(bytes));
      },
    );
    call.on('error', reject);
    call.end();
  });
}

export const measureCountry = countryBytes;

/** Bytes of the answers to these requests, headers and all, as gzip packs them. */
async function gzipBytes(server: RunningServer, requests: readonly string[]): Promise<number> {
  const { connect } = await import('node:net');
  const one = (line: string) =>
    new Promise<number>((resolve, reject) => {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', reject);
      socket.on('close', () => resolve(socket.bytesRead));
      socket.resume();
      socket.write(
        `${line.replace(/( HTTP\/1\.1)?$/, ' HTTP/1.1')}\r\nhost: localhost:${server.port}\r\naccept-encoding: gzip\r\nconnection: close\r\n\r\n`,
      );
    });
  let bytes = 0;
  for (const request of requests) bytes += await one(request);
  return bytes;
}
