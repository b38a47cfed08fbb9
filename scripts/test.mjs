import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode } from './start/check-node.mjs';
import { installPackages } from './start/install-packages.mjs';
import { StopError, say, show } from './start/say.mjs';
import { createStageRunner } from './test/run-stages.mjs';
import { stagesOf } from './test/stages.mjs';

const HELP =
  'npm test                          everything\nnpm test -- --only unit,lint      these stages: types lint arrows unit build budget reliability e2e\nnpm run test:endurance            the long night: build, reliability and e2e with their nightly figures';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
let runner;
let runFolder;
let stopping = false;

/** From a fresh clone to `N passed, N failed`: installs, finds a browser, runs every stage, ends all it started. */
async function test(args) {
  checkNode();
  await installPackages(root);
  const { makeRunFolder } = await import('./test/sweep.mjs');
  runFolder = makeRunFolder();
  const reports = join(runFolder, 'reports');
  mkdirSync(reports);
  const endurance = args.includes('--endurance');
  const stages = chosen(
    stagesOf(root, reports),
    endurance ? ['--only', 'build,reliability,e2e', ...args] : args,
  );
  const quiet = { SETU_LOG_LEVEL: 'silent', NEXT_TELEMETRY_DISABLED: '1' };
  const env = {
    ...quiet,
    ...process.env,
    TMPDIR: runFolder,
    SETU_PREPARED: join(runFolder, 'prepared'),
    ...(endurance && { SETU_ENDURANCE: '1' }),
  };
  const broken = new Set();
  if (stages.some((stage) => stage.needs?.includes('browser'))) await findBrowser(env, broken);

  runner = createStageRunner({ root, env, broken });
  const results = [];
  for (const stage of stages) results.push(await runner.run(stage));
  const again = results.flatMap(({ secondTries = [] }) =>
    secondTries.map((title) => `  second try: ${title}`),
  );
  show(['', ...results.map(line), ...again, '']);
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  show([`${total('passed')} passed, ${total('failed')} failed`]);
  return total('failed') === 0 ? 0 : 1;
}

function chosen(stages, args) {
  const only =
    args.find((arg) => arg.startsWith('--only='))?.slice(7) ??
    (args.includes('--only') ? args[args.indexOf('--only') + 1] : null);
  if (only === null) return stages;
  const names = (only ?? '').split(',');
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) throw new StopError(`There is no stage "${unknown.join(', ')}".\n${HELP}`);
  return stages.filter((stage) => names.includes(stage.name));
}

async function findBrowser(env, broken) {
  const { banglaFont, readyBrowser } = await import('./test/browser.mjs');
  try {
    env.SETU_BROWSER = await readyBrowser();
    say(`Browser: ${env.SETU_BROWSER}`);
    await banglaFont();
  } catch (error) {
    say(error.message);
    broken.add('browser');
  }
}

function line({ name, passed, failed, seconds }) {
  return `  ${failed === 0 ? '✓' : '✗'} ${name.padEnd(11)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${seconds.toFixed(0).padStart(5)} s`;
}

async function cleanUp() {
  if (!runFolder) return;
  const { sweep } = await import('./test/sweep.mjs');
  await sweep(runFolder);
}

async function interrupted() {
  if (stopping) return;
  stopping = true;
  await runner?.endAll();
  await cleanUp();
  process.exit(130);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupted);

test(process.argv.slice(2))
  .catch((error) => {
    if (!stopping) process.stderr.write(`${error instanceof StopError ? error.message : error.stack}\n`);
    return 1;
  })
  .then(async (code) => {
    if (stopping) return;
    await cleanUp();
    process.exit(code);
  });
