import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { say } from '../start/say.mjs';

/** Runs stages in `root` and can end all that runs. `broken` holds what is missing or failed; later stages that need it fail. */
export function createStageRunner({ root, env, broken }) {
  const running = new Set();
  let ended = false;

  async function run(stage) {
    const missing = stage.needs?.find((need) => broken.has(need));
    if (missing) {
      say(`${stage.name}: not possible without ${missing}.`);
      return { name: stage.name, passed: 0, failed: 1, seconds: 0 };
    }
    say(`${stage.name} …`);
    if (stage.report) rmSync(stage.report, { force: true });
    const began = Date.now();
    const code = await toEnd(stage.command);
    const seconds = (Date.now() - began) / 1000;
    const result = { name: stage.name, ...stage.count(stage.report, code), seconds };
    if (result.failed > 0) broken.add(stage.name);
    say(`${stage.name}: ${result.failed === 0 ? 'fine' : 'FAILED'}`);
    return result;
  }

  function toEnd([command, args]) {
    return new Promise((resolve, reject) => {
      // its own process group, so that it can be ended with all it has started
      const child = spawn(command, args, {
        cwd: root,
        env,
        stdio: ['ignore', 'inherit', 'inherit'],
        detached: process.platform !== 'win32',
      });
      running.add(child);
      child.on('error', reject);
      child.on('close', (code) => {
        running.delete(child);
        // nothing may begin while everything is being ended: then this promise stays open
        if (!ended) resolve(code ?? 1);
      });
    });
  }

  /** Ends everything that runs, within ten seconds. */
  async function endAll() {
    ended = true;
    await Promise.all([...running].map(endOne));
  }

  return { run, endAll };
}

async function endOne(child) {
  if (child.exitCode !== null) return;
  const group = process.platform === 'win32' ? child.pid : -child.pid;
  const closed = new Promise((resolve) => child.once('close', resolve));
  process.kill(group, 'SIGTERM');
  const timer = setTimeout(() => process.kill(group, 'SIGKILL'), 10_000);
  await closed;
  clearTimeout(timer);
}
