import { expect } from '@playwright/test';
import { Client } from 'pg';
import { test } from '../fixtures/test';
import { openCounter } from './counter';
import { layIntoQueue, sealedApplications } from './sealed-applications';

const HOW_MANY = 20;

test('two windows, one of them without a lock, and the worker send twenty through a breaking line: each is recorded once', async ({
  server,
  line,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const counter = await newDevice('counter');
  await openCounter(counter);
  await counter.open('/settings');
  const words = (await counter.page.getByText('যন্ত্রের কোড:').textContent()) ?? '';
  const deviceCode = /[0-9A-Z]{4,6}/.exec(words)?.[0] ?? '';
  const applications = await sealedApplications(line.origin, { deviceCode, count: HOW_MANY });
  line.cut();
  await layIntoQueue(counter.page, applications);

  const first = counter.page;
  await counter.open('/board');
  const waiting = first.getByRole('region', { name: /^অপেক্ষায়/ }).getByRole('listitem');
  await expect(waiting).toHaveCount(HOW_MANY);
  const second = await counter.context.newPage();
  // only the leases and the server keep order between these two
  await second.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }),
  );
  await second.goto(`${line.origin}/board`);
  await expect(second.getByRole('region', { name: /^অপেক্ষায়/ }).getByRole('listitem')).toHaveCount(HOW_MANY);

  const everybodySends = async () => {
    await Promise.all([
      ...[first, second].map((page) => page.getByRole('button', { name: 'এখনই পাঠান' }).click()),
      first.evaluate(() => navigator.serviceWorker.controller?.postMessage({ type: 'FLUSH' })),
    ]);
  };
  line.resetCounts();
  line.restore();
  // the first answer breaks off: the server has the applications, the device does not know
  line.cutAfter('down', 1_500);
  await everybodySends();
  await expect
    .poll(() => recorded(server.databaseUrl, deviceCode).then(({ rows }) => rows))
    .toBeGreaterThan(0);
  await expect(first.getByRole('button', { name: 'এখনই পাঠান' })).toBeEnabled({ timeout: 30_000 });
  line.restore();
  await everybodySends();

  const arrived = first.getByRole('region', { name: /^পৌঁছেছে/ }).getByRole('listitem');
  await expect(arrived).toHaveCount(HOW_MANY, { timeout: 60_000 });
  expect(await recorded(server.databaseUrl, deviceCode)).toEqual({
    rows: HOW_MANY,
    codes: HOW_MANY,
    events: HOW_MANY,
    quarantined: 0,
  });
  for (const { trackingCode } of applications)
    await expect(arrived.filter({ hasText: trackingCode })).toHaveCount(1);
});

/** What the server's books say about the applications of one device. */
async function recorded(databaseUrl: string, deviceCode: string) {
  const books = new Client({ connectionString: databaseUrl });
  await books.connect();
  try {
    const { rows } = await books.query(
      `SELECT (SELECT count(*)::int FROM submissions WHERE tracking_code LIKE $1) AS rows,
              (SELECT count(DISTINCT tracking_code)::int FROM submissions WHERE tracking_code LIKE $1) AS codes,
              (SELECT count(*)::int FROM submission_events e JOIN submissions s ON s.id = e.submission_id
                WHERE s.tracking_code LIKE $1 AND e.status = 'received') AS events,
              (SELECT count(*)::int FROM quarantine q JOIN submissions s ON s.id::text = q.submission_id
                WHERE s.tracking_code LIKE $1) AS quarantined`,
      [`${deviceCode}-%`],
    );
    return rows[0] as { rows: number; codes: number; events: number; quarantined: number };
  } finally {
    await books.end();
  }
}
