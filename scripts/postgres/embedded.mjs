import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endChild, run } from '../start/child.mjs';
import { freePort } from '../start/free-port.mjs';
import { StopError, say } from '../start/say.mjs';
import { findBinaries } from './binaries.mjs';
import { clearLeftovers } from './leftovers.mjs';
import { databaseFolder, reachableBinaries } from './place.mjs';
import { postgresUser } from './run-as.mjs';

const DATABASE = 'sheba_setu';
/** Owns the tables; the app is another one, that may read and write rows (lib/server/db/app-role.ts). */
const OWNER = 'setu';
const APP = 'setu_app';

/** Without what a shell may have set for another PostgreSQL. */
function cleanEnv() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));
}

/**
 * Starts the PostgreSQL that npm installed on a free port of this machine only, with its data under `dataDir`.
 * Resolves with its addresses, process and `stop()`. fsync stays on: what was acknowledged survives a power cut.
 */
export async function startPostgres(root, dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const user = postgresUser(join(dataDir, 'postgres'));
  const spawnOptions = { ...user, env: cleanEnv(), cwd: process.platform === 'win32' ? undefined : '/' };
  const asUser = (script, path) =>
    user.uid === undefined ||
    spawnSync('/bin/sh', ['-c', script, 'sh', path], { ...spawnOptions, stdio: 'ignore' }).status === 0;
  const native = reachableBinaries(findBinaries(root), (path) =>
    asUser('"$1/bin/postgres" --version && cat "$1/share/postgresql/postgres.bki"', path),
  );
  const folder = databaseFolder(dataDir, (path) => asUser('cd "$1"', path));
  const owner = postgresUser(folder);
  const options = { ...spawnOptions, ...owner };

  const password = readPassword(dataDir, 'database-password');
  const appPassword = readPassword(dataDir, 'database-app-password');
  if (!existsSync(join(folder, 'PG_VERSION'))) await createCluster(native, folder, password, options);
  await clearLeftovers(folder);
  const port = await freePort();
  const child = await startServer(native, folder, port, options);
  await createDatabase(root, port, { password, appPassword });
  const address = (user, secret) => `postgresql://${user}:${secret}@127.0.0.1:${port}/${DATABASE}`;
  return {
    url: address(OWNER, password),
    appUrl: address(APP, appPassword),
    pid: child.pid,
    folder,
    /** Fast shutdown: open transactions are rolled back, committed ones written out. */
    stop: () => endChild(child, 'SIGINT', 30_000),
    child,
  };
}

function readPassword(dataDir, name) {
  const path = join(dataDir, name);
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const password = randomBytes(18).toString('base64url');
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  return password;
}

async function createCluster(native, folder, password, options) {
  say('Creating the database …');
  // what an earlier attempt that was cut off has left
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = mkdtempSync(join(tmpdir(), 'setu-'));
  const passwordFile = join(secret, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (options.uid !== undefined) {
    for (const path of [folder, secret, passwordFile]) chownSync(path, options.uid, options.gid);
  }
  chmodSync(join(native, 'bin', 'postgres'), 0o755);
  const args = [
    `--pgdata=${folder}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
  ];
  args.push(
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  );
  const { code, output } = await run(join(native, 'bin', 'initdb'), args, options);
  rmSync(secret, { recursive: true, force: true });
  if (code !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new StopError(`The database could not be created in ${folder}:\n${output.trim()}`);
  }
}

async function startServer(native, folder, port, options) {
  const args = ['-D', folder, '-p', String(port)];
  // no socket file: a long or spaced path would break it, and only this machine is listened to anyway
  for (const setting of ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60'])
    args.push('-c', setting);
  // its own process group: Ctrl-C reaches only the command that started it, which ends the app first
  const child = spawn(join(native, 'bin', 'postgres'), args, {
    ...options,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  await new Promise((resolve, reject) => {
    const failed = (reason) => reject(new StopError(`PostgreSQL did not start (${reason}):\n${log.trim()}`));
    child.on('error', (error) => failed(error.message));
    child.on('exit', (code) => failed(`exit code ${code}`));
    child.stderr.on('data', (data) => {
      log = (log + data).slice(-4000);
      if (log.includes('ready to accept connections')) resolve();
    });
  });
  child.stderr.unref?.();
  return child;
}

async function createDatabase(root, port, { password, appPassword }) {
  const { createRequire } = await import('node:module');
  const { default: pg } = await import(createRequire(join(root, 'package.json')).resolve('pg'));
  const client = new pg.Client({ host: '127.0.0.1', port, user: OWNER, password, database: 'postgres' });
  await client.connect();
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  const { rowCount: hasApp } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP]);
  await client.query(`${hasApp ? 'ALTER' : 'CREATE'} ROLE ${APP} LOGIN PASSWORD '${appPassword}'`);
  await client.end();
}
