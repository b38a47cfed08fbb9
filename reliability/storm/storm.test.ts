import { afterAll, beforeAll, expect, test } from 'vitest';
import { RunningServer } from '../../e2e/fixtures/running-server';
import { quantile } from '../../scripts/bench/figure';
import { LIGHT_SERVICE, publishLightForm } from '../../scripts/bench/light-form';
import { figure } from '../figures';
import { expectInBooks } from '../sockets/ledger';
import { reconnectAtOnce } from './reconnect';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start({ env: { SETU_LOG_LEVEL: 'silent' } });
  await publishLightForm(server.databaseUrl);
});
afterAll(() => server?.stop());

test('many devices come back at once: each is served or told when to come, and everything arrives once', async () => {
  const size = { devices: figure(60, 300), itemsEach: figure(5, 20), serviceId: LIGHT_SERVICE };
  const storm = await reconnectAtOnce(server, size);
  const said = [...storm.statuses].map(([status, n]) => `${n} × ${status}`).join(', ');
  console.log(
    `storm: ${size.devices} devices × ${size.itemsEach} in ${storm.seconds.toFixed(1)} s; ${said}; p95 ${quantile(storm.times, 0.95).toFixed(0)} ms`,
  );
  expect([...storm.statuses.keys()].filter((status) => ![200, 429, 503].includes(status))).toEqual([]);
  expect(storm.tooEarly).toBe(0);
  expect(storm.receipts.size).toBe(size.devices * size.itemsEach);
  await expectInBooks(server, storm.receipts);
});
