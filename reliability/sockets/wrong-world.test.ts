import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunningServer } from '../../e2e/fixtures/running-server';
import { fetchMe, postSignIn } from '../../lib/remote/http-auth';
import { fetchCase, fetchCaseFile, fetchCases, postDecision } from '../../lib/remote/http-desk';
import { postDevice } from '../../lib/remote/http-devices';
import { fetchServerKeys } from '../../lib/remote/http-server-keys';
import { fetchTrack } from '../../lib/remote/http-track';
import { fetchCatalogue } from '../../lib/remote/http-whole-catalogue';
import { createUpload, readOffset, sendChunk } from '../../lib/remote/tus-calls';
import { browserLine } from '../../scripts/bench/browser-line';
import { LIGHT_SERVICE, publishLightForm } from '../../scripts/bench/light-form';
import { figure } from '../figures';
import { fileJourney, MovableClock, withClock } from './journeys';
import { ask, expectInBooks } from './ledger';
import { LinedDevice } from './lined-device';
import { pdfOf } from './sealed-items';

const DAY = 24 * 60 * 60_000;
const YEAR = 365 * DAY;
const NEVER = new AbortController().signal;

let server: RunningServer;
let device: LinedDevice;
beforeAll(async () => {
  server = await RunningServer.start({ env: { SETU_LOG_LEVEL: 'silent' } });
  await publishLightForm(server.databaseUrl);
  device = await LinedDevice.enrol(server, LIGHT_SERVICE);
});
afterAll(async () => {
  await device?.close();
  await server?.stop();
});

describe('a clock that is wrong', () => {
  const skews = [-20 * YEAR, 10 * YEAR, -DAY, DAY, -5 * 60_000, 5 * 60_000];
  test.each(skews)('by %i ms: taken, and the server time rules', async (skew) => {
    for (let round = 0; round < figure(2, 8); round++) {
      const clock = new MovableClock();
      clock.jump(skew);
      const { item } = await device.make({ queuedAt: clock.now() });
      const engine = await device.engine([item], { line: withClock(device.line, clock) });
      const before = Date.now();
      expect((await engine.runner.flushOnce()).received).toEqual([item.id]);
      device.keep(engine);
      const [row] = await ask<{ received_at: Date; claimed_at: Date }>(
        server,
        'SELECT received_at, claimed_at FROM submissions WHERE id = $1',
        [item.id],
      );
      expect(Math.abs((row?.received_at.getTime() ?? 0) - before)).toBeLessThan(60_000);
      expect(row?.claimed_at.getTime()).toBe(item.queuedAt);
    }
    await expectInBooks(server, device.receipts);
  });

  test.each([-20 * YEAR, 10 * YEAR])('jumps by %i ms inside a flush', async (jump) => {
    const clock = new MovableClock();
    const real = device.line;
    const items = await device.items(3);
    const line = {
      ...withClock(real, clock),
      fetch: (async (...call) => {
        clock.jump(jump);
        return real.fetch(...call);
      }) as typeof fetch,
    };
    const engine = await device.engine(items, { line });
    const first = await engine.runner.flushOnce();
    const second = await engine.runner.flushOnce({ hurry: true });
    expect(new Set([...first.received, ...second.received]).size).toBe(3);
    device.keep(engine);
    await expectInBooks(server, device.receipts);
  });
});

type Portal = 'a page with 200' | 'a redirect' | 'nothing with 200' | 'JSON with 200';

/** A hotspot that answers everything itself. */
async function openPortal(kind: Portal) {
  const asked: string[] = [];
  const portal = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    if (kind === 'a redirect') response.writeHead(302, { location: 'http://portal.invalid/' }).end();
    else if (kind === 'nothing with 200') response.writeHead(200).end();
    else if (kind === 'JSON with 200')
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Free Wi-Fi</h1>');
  });
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
  const address = portal.address();
  if (address === null || typeof address === 'string') throw new Error('no portal');
  return {
    asked,
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      portal.closeAllConnections();
      await new Promise((resolve) => portal.close(resolve));
    },
  };
}

describe.each<Portal>(['a page with 200', 'a redirect', 'nothing with 200', 'JSON with 200'])(
  'a portal that says %s',
  (kind) => {
    test('is no receipt: the queue waits, and the server gets it afterwards', async () => {
      const portal = await openPortal(kind);
      const items = await device.items(2);
      const there = { current: portal.origin };
      const line = device.line;
      const astray: typeof fetch = (input, init) =>
        line.fetch(String(input).replace(line.origin, there.current), init);
      const engine = await device.engine(items, { line: { ...line, fetch: astray } });
      expect(await engine.runner.flushOnce()).toMatchObject({ end: 'waits', received: [], refused: [] });
      expect(portal.asked).toEqual(['POST /api/v1/sync']);
      there.current = line.origin;
      const after = await engine.runner.flushOnce({ hurry: true });
      expect(new Set(after.received)).toEqual(new Set(items.map(({ id }) => id)));
      device.keep(engine);
      await portal.close();
      await expectInBooks(server, device.receipts);
    });

    test('is believed by no other call of the app', async () => {
      const portal = await openPortal(kind);
      const line = browserLine(portal.origin, 'setu_device=nobody');
      const id = '3f6c1c1e-9d0b-4f57-8a63-0c2f1c6f9a11';
      const target = { submissionId: id, attachmentId: id, sha256: 'a'.repeat(64), bytes: 100 };
      const answers = {
        catalogue: await fetchCatalogue(line, null),
        keys: await fetchServerKeys(line),
        devices: await postDevice(line, { kind: 'personal', name: 'phone' }),
        track: await fetchTrack(line, 'K7M2-0022-E', '042917'),
        me: await fetchMe(line),
        cases: await fetchCases(line, {}),
        case: await fetchCase(line, id),
        decision: await postDecision(line, id, { version: 1, decision: { action: 'accept' } }),
        create: await createUpload(line, target, NEVER),
        head: await readOffset(line, `/api/v1/attachments/${id}_${id}`, NEVER),
        patch: await sendChunk(line, `/api/v1/attachments/${id}_${id}`, {
          offset: 0,
          body: new Uint8Array(100),
          signal: NEVER,
        }),
      };
      const believed = Object.entries(answers).filter(([, answer]) => answer.ok);
      expect(believed.map(([name]) => name)).toEqual([]);
      expect(portal.asked.length).toBe(Object.keys(answers).length);
      await portal.close();
    });

    test('opens no session and shows no file', async () => {
      const portal = await openPortal(kind);
      const line = browserLine(portal.origin);
      const file = await fetchCaseFile(line, 'x', 'y');
      const signedIn = await postSignIn(line, { username: 'officer', password: 'setu-demo-2026' });
      await portal.close();
      expect({ file: file.ok, signedIn: signedIn.ok }).toEqual({ file: false, signedIn: false });
    });
  },
);

describe('a device that is revoked', () => {
  test('between two requests of a flush: what it carries is kept in quarantine, its queue stays', async () => {
    const lost = await LinedDevice.enrol(server, LIGHT_SERVICE);
    const [before, after] = await lost.items(2);
    if (!before || !after) throw new Error('no items');
    const first = await lost.engine([before]);
    expect((await first.runner.flushOnce()).received).toEqual([before.id]);
    lost.keep(first);
    await ask(server, 'UPDATE devices SET revoked_at = now() WHERE code = $1', [lost.paper.code]);
    const second = await lost.engine([after]);
    expect(await second.runner.flushOnce()).toMatchObject({ end: 'waits', reason: 'session-needed' });
    expect(second.memory.items.get(after.id)).toMatchObject({
      state: 'waiting',
      submission: after.submission,
    });
    const kept = await ask(server, 'SELECT submission_id FROM quarantine WHERE submission_id = $1', [
      after.id,
    ]);
    expect(kept.length).toBe(1);
    await ask(server, 'UPDATE devices SET revoked_at = NULL WHERE code = $1', [lost.paper.code]);
    expect((await second.runner.flushOnce({ hurry: true })).received).toEqual([after.id]);
    lost.keep(second);
    await expectInBooks(server, lost.receipts, { quarantined: 1 });
    await lost.close();
  });

  test('in the middle of an upload: the file waits for a person and goes on where it was', async () => {
    const lost = await LinedDevice.enrol(server, 'nationality-character-certificate');
    const journey = await fileJourney(server, lost, pdfOf(300_000));
    lost.proxy.cutAfter('up', 150_000);
    expect(await journey.send()).toMatchObject({ type: 'wait', reason: 'no-line' });
    lost.proxy.restore();
    await ask(server, 'UPDATE devices SET revoked_at = now() WHERE code = $1', [lost.paper.code]);
    expect(await journey.send()).toMatchObject({ type: 'wait' });
    await ask(server, 'UPDATE devices SET revoked_at = NULL WHERE code = $1', [lost.paper.code]);
    lost.proxy.resetCounts();
    expect(await journey.send()).toEqual({ type: 'sent' });
    expect(lost.proxy.counts.up).toBeLessThan(300_000);
    expect(await journey.isDone()).toBe(true);
    await lost.close();
  });
});
