import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** How a test that found nothing, but met code that cannot even run, fails. */
const BROKEN = /^(ReferenceError|SyntaxError|TypeError)\b/;

/**
 * Runs tests of one vitest project in `tree` until the first fails. `path` filters files, `title` (optional) tests.
 * Resolves with how many passed, the first that failed as { title, message } or null, and `broken`: why the run says nothing, or null.
 */
export async function runTests(tree, { project, path, title, env = {} }, { onSpawn, report }) {
  const args = [
    join(tree, 'node_modules/vitest/vitest.mjs'),
    'run',
    `--project=${project}`,
    '--bail=1',
    '--reporter=json',
    `--outputFile=${report}`,
    ...(title ? ['--testNamePattern', title] : []),
    path,
  ];
  rmSync(report, { force: true });
  const { code, printed } = await run(args, tree, env, onSpawn);
  return { code, ...readReport(report, printed) };
}

function run(args, cwd, env, onSpawn) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, SETU_LOG_LEVEL: 'silent', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    onSpawn(child);
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        printed = (printed + data).slice(-4000);
      });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, printed }));
  });
}

function readReport(path, printed) {
  let report;
  try {
    report = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: null, broken: `the run ended without a report:\n${printed}` };
  }
  const unloaded = report.testResults.find(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const first = tests.find(({ status }) => status === 'failed');
  const message = first?.failureMessages[0] ?? '';
  const failed = first ? { title: first.title, message: message.split('\n', 1)[0] } : null;
  const broken =
    unloaded?.message ?? (BROKEN.test(message) ? `${first.title}: ${message.split('\n', 1)[0]}` : null);
  return { passed: report.numPassedTests, failed, broken };
}
