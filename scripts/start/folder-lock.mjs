import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startMark } from './process-identity.mjs';
import { StopError, say } from './say.mjs';

const lockPath = (dataDir) => join(dataDir, 'running.json');

function isSame(entry) {
  return entry && isAlive(entry.pid) && startMark(entry.pid) === entry.mark;
}

/**
 * Takes the data folder for this process. Two servers on one folder are refused; what a killed run has left is ended first.
 * `note(name, pid)` records a child for the next start, `release()` gives the folder back.
 */
export async function lockFolder(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const before = readLock(dataDir);
  if (isSame(before?.owner)) {
    throw new StopError(
      `It already runs here (process ${before.owner.pid}${before.address ? `, ${before.address}` : ''}). Stop it first, or set SETU_DATA_DIR to another folder.`,
    );
  }
  for (const child of Object.values(before?.children ?? {})) await endLeftover(child);
  const state = { owner: { pid: process.pid, mark: startMark(process.pid) }, children: {} };
  const write = () => writeFileSync(lockPath(dataDir), `${JSON.stringify(state)}\n`);
  write();
  return {
    note(name, pid) {
      state.children[name] = { pid, mark: startMark(pid) };
      write();
    },
    setAddress(address) {
      state.address = address;
      write();
    },
    release: () => rmSync(lockPath(dataDir), { force: true }),
  };
}

function readLock(dataDir) {
  if (!existsSync(lockPath(dataDir))) return undefined;
  try {
    return JSON.parse(readFileSync(lockPath(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
}

async function endLeftover(child) {
  if (!isSame(child)) return;
  say(`Ending what an earlier run has left (process ${child.pid}) …`);
  process.kill(child.pid, 'SIGTERM');
  for (let waited = 0; isSame(child) && waited < 8000; waited += 100)
    await new Promise((r) => setTimeout(r, 100));
  if (isSame(child)) process.kill(child.pid, 'SIGKILL');
}
