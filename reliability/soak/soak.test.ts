import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RunningServer } from '../../e2e/fixtures/running-server';
import { median } from '../../scripts/bench/figure';
import { LIGHT_SERVICE, publishLightForm } from '../../scripts/bench/light-form';
import { isEndurance } from '../figures';
import { expectInBooks } from '../sockets/ledger';
import { LinedDevice } from '../sockets/lined-device';

/** A second in a change, which only shows that it works; an hour in a night. `SETU_SOAK_MINUTES` says otherwise. */
const MINUTES = Number(process.env.SETU_SOAK_MINUTES) || (isEndurance ? 60 : 1 / 60);
const EVERY_MS = 250;
const DEVICES = 8;
/** The first part fills caches and pools, and does not count. */
const WARM_UP = 0.2;

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start({ env: { SETU_LOG_LEVEL: 'silent' } });
  await publishLightForm(server.databaseUrl);
});
afterAll(() => server?.stop());

/** Memory of the server process in bytes; null where the system does not tell. */
function residentBytes(): number | null {
  try {
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
  } catch {
    return null;
  }
}

test(
  'at a steady rate the server keeps its memory',
  async () => {
    const devices: LinedDevice[] = [];
    while (devices.length < DEVICES) devices.push(await LinedDevice.enrol(server, LIGHT_SERVICE));
    const begun = Date.now();
    const samples: { readonly at: number; readonly bytes: number }[] = [];
    let next = begun;
    for (let n = 0; Date.now() - begun < MINUTES * 60_000; n++) {
      const device = devices[n % DEVICES];
      if (!device) break;
      const engine = await device.engine(await device.items(1));
      const { received } = await engine.runner.flushOnce({ hurry: true });
      expect(received.length).toBe(1);
      device.keep(engine);
      const bytes = residentBytes();
      if (bytes !== null) samples.push({ at: (Date.now() - begun) / (MINUTES * 60_000), bytes });
      next += EVERY_MS;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - Date.now())));
    }
    let sent = 0;
    for (const device of devices) {
      await expectInBooks(server, device.receipts);
      sent += device.receipts.size;
      await device.close();
    }
    expect(sent).toBeGreaterThan(0);
    const part = (from: number, to: number) =>
      samples.filter(({ at }) => at >= from && at < to).map(({ bytes }) => bytes);
    const early = part(WARM_UP, 2 * WARM_UP);
    const late = part(1 - WARM_UP, 1.01);
    // too few to say anything
    if (early.length < 20 || late.length < 20) return;
    const growth = median(late) / median(early) - 1;
    const mib = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);
    console.log(
      `soak: ${sent} applications in ${MINUTES} min; memory ${mib(median(early))} MiB after warm-up, ${mib(median(late))} MiB at the end (${(growth * 100).toFixed(1)} %)`,
    );
    expect(growth).toBeLessThan(0.1);
  },
  MINUTES * 60_000 + 300_000,
);
