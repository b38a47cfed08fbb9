import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { StopError } from '../start/say.mjs';

/** Does one step in a process of its own and resolves with what it found. */
export async function runWorker(root, args, env) {
  const worker = join(root, 'scripts/audit/work.ts');
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', worker, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  let answer;
  let errors = '';
  child.on('message', (message) => (answer = message));
  child.stderr.on('data', (data) => (errors += data));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0 || !answer) throw new StopError(`The audit trail could not be read:\n${errors.trim()}`);
  return answer;
}
