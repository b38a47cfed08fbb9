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

/** How many journeys of a run may need their second try before the run has failed. */
const SECOND_TRIES = 2;

/**
 * A journey that needed its second try is named; more of them are a failure. What is named is looked into: so far
 * each hid a race of the app or of the test.
 */
export function countPlaywright(path, code) {
  const report = readJson(path);
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  const tolerated = flaky <= SECOND_TRIES;
  return {
    passed: expected + (tolerated ? flaky : 0),
    failed: atLeastOne(unexpected + (tolerated ? 0 : flaky), code),
    secondTries: flakyTitles(report?.suites ?? []),
  };
}

function flakyTitles(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ file, title }) => `${file}: ${title}`),
    ...flakyTitles(inner),
  ]);
}

/** A stage without tests of its own counts as one. */
export function countStage(_path, code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
