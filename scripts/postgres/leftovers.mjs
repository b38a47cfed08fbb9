import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, isAlive } from '../start/process-identity.mjs';
import { say } from '../start/say.mjs';

/**
 * Clears what a killed run has left in the database folder. A server that still runs on it is ended properly; a pid file whose
 * process is gone, or is by now some other program, is removed (PostgreSQL alone would refuse to start in the latter case).
 * To be called only by who holds the folder's lock.
 */
export async function clearLeftovers(folder) {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (isAlive(pid) && commandLine(pid).includes(folder)) {
    say('A database of an earlier run is still up; ending it …');
    process.kill(pid, 'SIGINT');
    for (let waited = 0; isAlive(pid) && waited < 30_000; waited += 100)
      await new Promise((r) => setTimeout(r, 100));
    if (isAlive(pid)) process.kill(pid, 'SIGQUIT');
    while (isAlive(pid)) await new Promise((r) => setTimeout(r, 100));
    return;
  }
  rmSync(file, { force: true });
}
