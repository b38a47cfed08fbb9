import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runWorker } from './audit/run-worker.mjs';
import { serverDatabase } from './backup/server-database.mjs';
import { installPackages } from './start/install-packages.mjs';
import { StopError, show } from './start/say.mjs';

const HELP = `npm run audit:verify                      reads the whole audit trail and names the first broken row
npm run audit:verify -- FILE …            and compares it with anchors kept elsewhere, one a line
npm run audit:anchor >> FILE              prints where the trail stands now, as one line`;
const WORDS = {
  missing: 'is missing',
  changed: 'is not what was written, or does not follow the row before it',
  'out-of-time': 'says that it is older than what stood before it',
  'no-chain': 'belongs to no chain',
  'not-as-anchored': 'is another one than when the trail was anchored',
};
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dataDir = resolve(process.env.SETU_DATA_DIR ?? join(root, '.data'));

/** Verifies or anchors the audit trail of a server, running or not. docs/decisions/0017 says what it can show. */
async function audit([step, ...files]) {
  if (!['verify', 'anchor'].includes(step) || (step === 'anchor' && files.length > 0))
    throw new StopError(HELP);
  await installPackages(root);
  const database = await serverDatabase(root, dataDir);
  try {
    const args = [step, ...files.map((file) => resolve(file))];
    const answer = await runWorker(root, args, { DATABASE_URL: database.url, SETU_DATA_DIR: dataDir });
    if (step === 'anchor') return process.stdout.write(`${JSON.stringify(answer.anchor)}\n`);
    tell(answer);
  } finally {
    await database.close();
  }
}

function tell({ rows, broken, anchors, unreadable }) {
  if (broken.length === 0 && unreadable.length === 0) {
    show([`${rows} rows of the audit trail are as they were written; compared with ${anchors} anchors.`]);
    if (anchors === 0) show(['Without an anchor nobody can see whether the newest rows are gone.']);
    return;
  }
  throw new StopError(
    [
      ...broken.map(({ chain, seq, what }) => `Chain ${chain}: row ${seq} ${WORDS[what]}.`),
      ...unreadable.map((name) => `${name} holds no anchor, or a damaged one.`),
      ...(broken.length > 0
        ? [
            'After a restore from a backup, rows that were written since that backup are missing; nothing else may be.',
          ]
        : []),
    ].join('\n'),
  );
}

audit(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error instanceof StopError ? error.message : error.stack}\n`);
    process.exit(1);
  },
);
