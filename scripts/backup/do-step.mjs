import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { StopError } from '../start/say.mjs';

const WORDS = {
  'not-a-backup':
    'This folder is not a whole backup of Sheba Setu: its manifest is missing or cannot be read.',
  'part-damaged': 'The backup is damaged. Take another copy of it.',
  'database-not-empty':
    'The database is not empty. A backup is only put into an empty one: make a new database and set DATABASE_URL to it.',
  'backup-is-newer': 'This backup was made by a newer version of Sheba Setu. Restore it with that version.',
  'other-epoch':
    'The server was restored after this backup was made: it cannot be confirmed any more. Make a new one.',
};

/** Does one step in a process of its own and resolves with what it tells. A refusal becomes words; nothing was changed then. */
export async function doStep(root, { step, folder, databaseUrl, dataDir }) {
  const args = [
    '--conditions=react-server',
    '--import',
    'tsx',
    join(root, 'scripts/backup/work.ts'),
    step,
    folder,
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, SETU_DATA_DIR: dataDir },
  });
  let answer;
  let errors = '';
  child.on('message', (message) => (answer = message));
  child.stderr.on('data', (data) => (errors += data));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0 || !answer) throw new StopError(`It did not work; nothing was confirmed:\n${errors.trim()}`);
  if (!answer.ok) {
    const { type, path } = answer.problem;
    throw new StopError(path ? `${WORDS[type]} (${path})` : WORDS[type]);
  }
  return answer;
}
