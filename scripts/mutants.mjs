import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyPatch } from './mutants/apply-patch.mjs';
import { copyTree } from './mutants/copy-tree.mjs';
import { readMutants } from './mutants/list.mjs';
import { runTests } from './mutants/run-tests.mjs';
import { checkNode } from './start/check-node.mjs';
import { installPackages } from './start/install-packages.mjs';
import { StopError, say, show } from './start/say.mjs';

const HELP =
  'npm run test:mutants                  every planted bug\nnpm run test:mutants -- --only M1,M9  these';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
let runFolder;
let stopDatabase;
let current;
let stopping = false;

/**
 * Plants one bug after the other in a copy of the working tree and runs the tests that have to catch it; before that the same
 * tests without any bug. Ends with 1 when a bug lives, cannot be planted, or a test fails without one.
 */
async function mutants(args) {
  checkNode();
  const chosen = choose(readMutants(root), args);
  await installPackages(root);
  const { makeRunFolder } = await import('./test/sweep.mjs');
  runFolder = makeRunFolder();
  process.env.TMPDIR = runFolder;
  const tree = copyTree(root, join(runFolder, 'tree'));
  stopDatabase = await (await import('./test/real-postgres.mjs')).default();
  const watch = {
    report: join(runFolder, 'report.json'),
    onSpawn: (child) => {
      current = child;
    },
  };

  await runWithoutBugs(tree, chosen, watch);
  const results = [];
  for (const mutant of chosen) {
    results.push(await plant(tree, mutant, watch));
    say(line(results.at(-1)));
  }
  show(['', ...table(results), '']);
  const lived = results.filter(({ caughtBy }) => caughtBy === null);
  show([`${results.length - lived.length} of ${results.length} planted bugs caught`]);
  return lived.length === 0 ? 0 : 1;
}

function choose(all, args) {
  const only = args.find((arg) => arg.startsWith('--only='))?.slice(7) ?? args[args.indexOf('--only') + 1];
  if (!args.some((arg) => arg.startsWith('--only'))) return all;
  const ids = (only ?? '').split(',');
  const unknown = ids.filter((id) => !all.some((mutant) => mutant.id === id));
  if (unknown.length > 0) throw new StopError(`There is no planted bug "${unknown.join(', ')}".\n${HELP}`);
  return all.filter(({ id }) => ids.includes(id));
}

/** “Caught” means something only when the same tests pass on the same copy without the bug. */
async function runWithoutBugs(tree, chosen, watch) {
  const once = new Map(chosen.flatMap(({ tests }) => tests).map((one) => [JSON.stringify(one), one]));
  for (const one of once.values()) {
    const { code, passed, failed, broken } = await runTests(tree, one, watch);
    if (code !== 0 || passed === 0)
      throw new StopError(
        `Without any bug ${one.path} does not pass: ${broken ?? (failed ? `${failed.title}: ${failed.message}` : 'no test ran')}`,
      );
    say(`without a bug: ${passed} passed in ${one.path}`);
  }
}

async function plant(tree, { id, name, diff, tests }, watch) {
  const began = Date.now();
  const result = (caughtBy, why) => ({ id, name, caughtBy, why, seconds: (Date.now() - began) / 1000 });
  let takeAway;
  try {
    takeAway = applyPatch(tree, diff);
  } catch (error) {
    return result(null, `cannot be planted: ${error.message}`);
  }
  try {
    for (const one of tests) {
      const { failed, broken } = await runTests(tree, one, watch);
      if (broken !== null) return result(null, `the bug breaks the code instead of being one: ${broken}`);
      if (failed) return result(`${one.path}: ${failed.title}`, failed.message);
    }
    return result(null, 'lives: no test failed');
  } finally {
    takeAway();
  }
}

function line({ id, name, caughtBy, why, seconds }) {
  const how = caughtBy === null ? `NOT CAUGHT, ${why}` : `caught by ${caughtBy} (${why})`;
  return `${id} ${name}: ${how}, ${seconds.toFixed(0)} s`;
}

function table(results) {
  const rows = results.map(({ id, name, caughtBy, why, seconds }) => [
    `${caughtBy === null ? '✗' : '✓'} ${id}`,
    name,
    caughtBy ?? `NOT CAUGHT: ${why}`,
    `${seconds.toFixed(0)} s`,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
}

async function cleanUp() {
  await stopDatabase?.();
  if (!runFolder) return;
  const { sweep } = await import('./test/sweep.mjs');
  await sweep(runFolder);
}

async function interrupted() {
  if (stopping) return;
  stopping = true;
  if (current?.exitCode === null) {
    const ended = new Promise((resolve) => current.once('close', resolve));
    process.kill(process.platform === 'win32' ? current.pid : -current.pid, 'SIGTERM');
    await ended;
  }
  await cleanUp();
  process.exit(130);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupted);

mutants(process.argv.slice(2))
  .catch((error) => {
    if (!stopping) process.stderr.write(`${error instanceof StopError ? error.message : error.stack}\n`);
    return 1;
  })
  .then(async (code) => {
    if (stopping) return;
    await cleanUp();
    process.exit(code);
  });
