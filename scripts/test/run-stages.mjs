import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { say } from '../start/say.mjs';

/**
 * Stages in order, except that one with a `beside` runs while that one does: it takes the time the other spends on
 * waiting, yields the processors to it, and shows its lines when it is done.
 */
export function inGroups(stages) {
  const names = new Set(stages.map(({ name }) => name));
  const leads = stages.filter(({ beside }) => !names.has(beside));
  return leads.map((lead) => [lead, ...stages.filter(({ beside }) => beside === lead.name)]);
}

/** Runs stages in `root` and can end all that runs. `broken` holds what is missing or failed; later stages that need it fail. */
export function createStageRunner({ root, env, broken, folder }) {
  const running = new Set();
  let ended = false;

  async function run(stage, isBeside) {
    const missing = stage.needs?.find((need) => broken.has(need));
    if (missing) {
      say(`${stage.name}: not possible without ${missing}.`);
      return { name: stage.name, passed: 0, failed: 1, seconds: 0 };
    }
    say(`${stage.name} …`);
    if (stage.report) rmSync(stage.report, { force: true });
    const began = Date.now();
    const code = await (isBeside ? kept(stage) : toEnd(stage.command, 'inherit'));
    const seconds = (Date.now() - began) / 1000;
    const result = { name: stage.name, ...stage.count(stage.report, code), seconds };
    if (result.failed > 0) broken.add(stage.name);
    say(`${stage.name}: ${result.failed === 0 ? 'fine' : 'FAILED'}`);
    return result;
  }

  async function kept(stage) {
    const path = join(folder, `${stage.name}.log`);
    const log = createWriteStream(path);
    const code = await toEnd(stage.command, 'pipe', (child) => {
      setPriority(child.pid, constants.priority.PRIORITY_LOW);
      for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
    });
    log.end();
    await finished(log);
    await pipeline(createReadStream(path), process.stdout, { end: false });
    return code;
  }

  function toEnd([command, args], output, started = () => undefined) {
    return new Promise((resolve, reject) => {
      // its own process group, so that it can be ended with all it has started
      const child = spawn(command, args, {
        cwd: root,
        env,
        stdio: ['ignore', output, output],
        detached: process.platform !== 'win32',
      });
      running.add(child);
      child.on('error', reject);
      child.on('close', (code) => {
        running.delete(child);
        // nothing may begin while everything is being ended: then this promise stays open
        if (!ended) resolve(code ?? 1);
      });
      if (child.pid) started(child);
    });
  }

  /** Ends everything that runs, within ten seconds. */
  async function endAll() {
    ended = true;
    await Promise.all([...running].map(endOne));
  }

  return {
    runGroup: (group) => Promise.all(group.map((stage, index) => run(stage, index > 0))),
    endAll,
  };
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
