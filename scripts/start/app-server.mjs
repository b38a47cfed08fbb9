import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { endChild } from './child.mjs';
import { StopError } from './say.mjs';

/**
 * How long a connection stays open between two requests. Node's 5 s begin when the answer is written, not when it has arrived: on a
 * line of 50 kbit/s the next batch came too late and found the connection closed.
 */
const KEEP_ALIVE_MS = 65_000;

/**
 * Starts the built app on `port` and resolves when it answers. `env` adds to this process's environment; `onSpawn` gets the process
 * before that; `launcher` is a command that runs it. `output` may be a function: it is given everything the app prints, and nothing is shown.
 */
export async function startApp(
  root,
  { port, host = '127.0.0.1', env = {}, output = 'inherit', onSpawn, launcher = [] },
) {
  const args = ['end-with-parent', 'refuse-strange-requests'].flatMap((name) => [
    '--import',
    new URL(`./${name}.mjs`, import.meta.url).href,
  ]);
  args.push(
    join(root, 'node_modules/next/dist/bin/next'),
    'start',
    '--port',
    String(port),
    '--hostname',
    host,
    '--keepAliveTimeout',
    String(KEEP_ALIVE_MS),
  );
  const isHeard = typeof output === 'function';
  const [command, ...rest] = [...launcher, process.execPath, ...args];
  const child = spawn(command, rest, {
    cwd: root,
    // its own process group, so that Ctrl-C lets requests finish before the database goes
    detached: true,
    stdio: ['ignore', isHeard || output === 'inherit' ? 'pipe' : output, isHeard ? 'pipe' : output, 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  onSpawn?.(child);
  for (const stream of isHeard ? [child.stdout, child.stderr] : [])
    stream.on('data', (data) => output(String(data)));
  // Next's own banner says less than ours; the app's log lines are JSON
  child.stdout?.on('data', (data) => {
    if (isHeard) return;
    for (const line of String(data).split('\n')) if (line.startsWith('{')) process.stdout.write(`${line}\n`);
  });
  await answers(child, `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/`);
  return { child, pid: child.pid, stop: () => endChild(child, 'SIGTERM') };
}

async function answers(child, url, patienceMs = 60_000) {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new StopError('The app stopped while starting; the reason is above.');
    try {
      await fetch(url, { signal: AbortSignal.timeout(5000), redirect: 'manual' });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new StopError(`The app did not answer at ${url} within ${patienceMs / 1000} seconds.`);
}
