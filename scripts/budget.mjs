import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';
import { run } from './start/child.mjs';
import { show } from './start/say.mjs';

register();
const { measureFirstVisit, measureFormPage, measureCountry } = await import('./budget/measure.ts');
const { RunningServer } = await import('../e2e/fixtures/running-server.ts');

const KB = 1000;
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

/** Loads the real server in a real browser and holds the figures that a first visit may cost. */
async function budget() {
  const server = await RunningServer.start();
  try {
    const visit = await measureFirstVisit(server);
    const form = await measureFormPage(server);
    const gzipVisit = await measureFirstVisit(server, 'gzip');
    const gzipForm = await measureFormPage(server, 'gzip');
    const country = await measureCountry(server);
    const rows = [
      ['home can be used: HTML, JS, CSS', visit.usableBytes / KB, 230, 'KB'],
      ['the same with gzip', gzipVisit.usableBytes / KB, 230, 'KB'],
      ['services are listed: HTML, JS, CSS', visit.listedBytes / KB, Number.POSITIVE_INFINITY, 'KB'],
      ['off-line ready: everything', visit.offlineBytes / KB, 650, 'KB'],
      ['the same with gzip', visit.offlineGzipBytes / KB, Number.POSITIVE_INFINITY, 'KB'],
      ['with the Bangla face, after that', (visit.offlineBytes + visit.fontBytes) / KB, 745, 'KB'],
      ['off-line ready: requests', visit.offlineRequests, 40, ''],
      ['whole country’s places more', country / KB, 90, 'KB'],
      ['form page: JS', form.bytes / KB, 230, 'KB'],
      ['the same with gzip', gzipForm.bytes / KB, 232, 'KB'],
      ['form page: JS until the first field', form.untilFirstField / KB, Number.POSITIVE_INFINITY, 'KB'],
    ];
    show(
      rows.map(
        ([what, value, most, unit]) =>
          `  ${value <= most ? '✓' : '✗'} ${what.padEnd(34)} ${value.toFixed(unit ? 1 : 0).padStart(7)}${Number.isFinite(most) ? ` of ${most}` : ''} ${unit}`,
      ),
    );
    if (process.argv.includes('--list')) show([...visit.list, '', 'form page:', ...form.list]);
    return rows.every(([, value, most]) => value <= most) ? 0 : 1;
  } finally {
    await server.stop();
  }
}

/** size-limit holds single files, so that a report names the one that grew. */
async function sizes() {
  const { code, output } = await run(process.execPath, ['node_modules/size-limit/bin.js']);
  show([output]);
  return code;
}

const codes = [await sizes(), await budget()];
process.exit(Math.max(...codes));
