import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApp } from './start/app-server.mjs';
import { checkNode } from './start/check-node.mjs';
import { lockFolder } from './start/folder-lock.mjs';
import { installPackages } from './start/install-packages.mjs';
import { pickPort } from './start/pick-port.mjs';
import { prepareDatabase } from './start/prepare-database.mjs';
import { StopError, say, show } from './start/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dataDir = resolve(process.env.SETU_DATA_DIR ?? join(root, '.data'));
const stops = [];
let stopping = false;

/** From a fresh clone to a running app. Everything that can be missing is made; every step is said. */
async function start() {
  checkNode();
  await installPackages(root);
  const { buildApp } = await import('./build.mjs');
  const build = await buildApp(root);

  const lock = await lockFolder(dataDir);
  stops.push(lock.release);
  const database = await openDatabase();
  // The app itself never learns how to get at its tables as their owner.
  const env = {
    DATABASE_URL: database.appUrl,
    SETU_OWNER_DATABASE_URL: '',
    SETU_DATA_DIR: dataDir,
    SETU_BUILD: build,
  };
  const { accounts } = await prepareDatabase(root, {
    env: { ...env, SETU_OWNER_DATABASE_URL: database.url },
    demo: database.embedded || process.env.SETU_DEMO === '1',
  });

  const port = await pickPort(process.env.PORT);
  const host = process.env.HOST ?? '127.0.0.1';
  const address = process.env.SETU_ORIGIN ?? `http://localhost:${port}`;
  const app = await startApp(root, {
    port,
    host,
    env: { ...env, SETU_DATABASE_PID: String(database.pid ?? '') },
  });
  stops.push(app.stop);
  lock.note('app', app.pid);
  lock.setAddress(address);
  app.child.on('exit', () => {
    if (!stopping) stop('The app ended by itself; the reason is above.', 1);
  });
  say('Ready.');
  show([
    '',
    `  Open  ${address}`,
    '',
    ...accounts.map((line) => `  ${line}`),
    '',
    '  Ctrl-C stops everything.',
    '',
  ]);
}

async function openDatabase() {
  if (process.env.DATABASE_URL) {
    say('Using the PostgreSQL of DATABASE_URL.');
    const appUrl = process.env.DATABASE_URL;
    return { appUrl, url: process.env.SETU_OWNER_DATABASE_URL || appUrl, embedded: false };
  }
  const { startPostgres } = await import('./postgres/embedded.mjs');
  const database = await startPostgres(root, dataDir);
  stops.push(database.stop);
  database.child.on('exit', () => {
    if (!stopping) stop('PostgreSQL ended by itself.', 1);
  });
  say('The database is up.');
  return { ...database, embedded: true };
}

async function stop(words, code) {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  if (words) say(words);
  for (const undo of stops.reverse()) await undo();
  if (code === 0) say('Everything is stopped. Nothing is lost.');
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop('Stopping …', 0));
start().catch((error) => stop(error instanceof StopError ? error.message : error.stack, 1));
