import { existsSync, readFileSync } from 'node:fs';

function readJson(path) {
  try {
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
  } catch {
    return null;
  }
}

/** At least one failure when the command failed, so that a file that could not even be loaded is never counted as nothing. */
function atLeastOne(failed, code) {
  return code !== 0 ? Math.max(1, failed) : failed;
}

export function countVitest(path, code) {
  const report = readJson(path);
  const failed =
    (report?.numFailedTests ?? 0) +
    (report?.testResults ?? []).filter((f) => f.status === 'failed' && f.assertionResults.length === 0)
      .length;
  return { passed: report?.numPassedTests ?? 0, failed: atLeastOne(failed, code) };
}

/** A flaky journey is a failed one: nothing is tried twice. */
export function countPlaywright(path, code) {
  const stats = readJson(path)?.stats;
  return {
    passed: stats?.expected ?? 0,
    failed: atLeastOne((stats?.unexpected ?? 0) + (stats?.flaky ?? 0), code),
  };
}

/** A stage without tests of its own counts as one. */
export function countStage(_path, code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
