import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StopError, say } from './say.mjs';

/** Migrates and fills the database by the app's own functions. Resolves with the lines that name the demo accounts. */
export async function prepareDatabase(root, { env, demo }) {
  if (!existsSync(join(root, 'lib/server/db'))) return { accounts: [] };
  const args = [
    '--conditions=react-server',
    '--import',
    'tsx',
    join(root, 'scripts/start/fill-database.ts'),
    demo ? 'demo' : 'plain',
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  let accounts = [];
  let errors = '';
  child.stderr.on('data', (data) => (errors += data));
  child.on('message', (message) => {
    if (message.say) say(message.say);
    if (message.accounts) accounts = message.accounts;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new StopError(`The database could not be prepared:\n${errors.trim()}`);
  return { accounts };
}
