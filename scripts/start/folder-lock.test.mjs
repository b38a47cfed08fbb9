import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setu-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that takes the folder and stays; ended with `kill`. */
async function otherServer() {
  const source = pathToFileURL(join(import.meta.dirname, 'folder-lock.mjs')).href;
  const script = `import(${JSON.stringify(source)}).then(({ lockFolder }) => lockFolder(process.argv[1])).then(() => { process.stdout.write('held'); setInterval(() => {}, 1000); });`;
  const child = spawn(process.execPath, ['-e', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return {
    pid: child.pid,
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGKILL');
      }),
  };
}

describe('mode 49: two servers on one data folder', () => {
  test('the second is refused and says which process has it', async () => {
    const other = await otherServer();
    try {
      await expect(lockFolder(folder)).rejects.toThrow(`process ${other.pid}`);
    } finally {
      await other.kill();
    }
  });

  test('a folder whose server was killed is taken over', async () => {
    const other = await otherServer();
    await other.kill();
    const lock = await lockFolder(folder);
    expect(JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')).owner.pid).toBe(process.pid);
    lock.release();
    expect(existsSync(join(folder, 'running.json'))).toBe(false);
  });

  test('a note cut off by a power cut holds up nobody', async () => {
    writeFileSync(join(folder, 'running.json'), '{"owner":{"pid":');
    (await lockFolder(folder)).release();
    expect(existsSync(join(folder, 'running.json'))).toBe(false);
  });
});
