import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { doStep } from './backup/do-step.mjs';
import { serverDatabase } from './backup/server-database.mjs';
import { installPackages } from './start/install-packages.mjs';
import { StopError, say, show } from './start/say.mjs';

const HELP = `npm run backup                            a backup below .backups
npm run backup -- --to FOLDER             a backup below FOLDER, best on another disk
npm run backup -- --to FOLDER --keep 14   and only the newest 14 stay there
npm run backup -- --confirm BACKUP        says that this copy is safe: devices may let go of what it holds`;
const PREFIX = 'sheba-setu-';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dataDir = resolve(process.env.SETU_DATA_DIR ?? join(root, '.data'));

/** Copies database, files and keys of a server, running or not. docs/backup.md says how to use it. */
async function backup(args) {
  const options = readOptions(args);
  await installPackages(root);
  if (!existsSync(dataDir)) throw new StopError(`There is no data in ${dataDir}. Set SETU_DATA_DIR.`);
  const database = await serverDatabase(root, dataDir);
  const about = { databaseUrl: database.url, dataDir };
  try {
    if (options.confirm) {
      await doStep(root, { ...about, step: 'confirm', folder: resolve(options.confirm) });
      say('Confirmed. Devices let go of what it holds with their next contact.');
      return;
    }
    await makeOne(options, about);
  } finally {
    await database.close();
  }
}

async function makeOne({ to, keep }, about) {
  const parent = resolve(to ?? join(root, '.backups'));
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  const folder = join(parent, PREFIX + new Date().toISOString().replace(/[:.]/g, '-'));
  const { submissions, files, damaged } = await doStep(root, { ...about, step: 'write', folder });
  say(`${submissions} applications and ${files} files are in ${folder}`);
  if (damaged.length > 0)
    throw new StopError(
      [
        `${damaged.length} stored files are missing or not what was stored:`,
        ...damaged,
        'The backup is kept, and not confirmed: devices keep their copies.',
      ].join('\n'),
    );
  if (statSync(folder).dev === statSync(dataDir).dev)
    show([
      'It lies on the same disk as the data. Copy it to another one and say so there:',
      `  npm run backup -- --confirm "${folder}"`,
      'Until then devices keep their copies.',
    ]);
  else {
    await doStep(root, { ...about, step: 'confirm', folder });
    say('It lies on another disk than the data, and is confirmed.');
  }
  if (keep !== undefined) removeOld(parent, keep);
}

function removeOld(parent, keep) {
  const all = readdirSync(parent)
    .filter((name) => name.startsWith(PREFIX) && !name.endsWith('.part'))
    .sort();
  for (const name of all.slice(0, Math.max(0, all.length - keep)))
    rmSync(join(parent, name), { recursive: true, force: true });
}

function readOptions(args) {
  const options = {};
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = [args[at], args[at + 1]];
    if (!['--to', '--keep', '--confirm'].includes(name) || !value) throw new StopError(HELP);
    options[name.slice(2)] = name === '--keep' ? Number(value) : value;
  }
  if (options.keep !== undefined && !(Number.isInteger(options.keep) && options.keep >= 1))
    throw new StopError(HELP);
  return options;
}

backup(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error instanceof StopError ? error.message : error.stack}\n`);
    process.exit(1);
  },
);
