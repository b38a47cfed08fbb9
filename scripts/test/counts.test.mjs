import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { countPlaywright } from './counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'setu-counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const specOf = (title, status) => ({ file: 'journeys/a.spec.ts', title, tests: [{ status }] });

function counted(stats, specs, code) {
  const path = join(folder, 'e2e.json');
  writeFileSync(path, JSON.stringify({ stats, suites: [{ specs: [], suites: [{ specs }] }] }));
  return countPlaywright(path, code);
}

describe('journeys are counted', () => {
  test('one that needed its second try passed, and is named', () => {
    const specs = [specOf('calm', 'expected'), specOf('a race', 'flaky')];
    expect(counted({ expected: 1, unexpected: 0, flaky: 1 }, specs, 0)).toEqual({
      passed: 2,
      failed: 0,
      secondTries: ['journeys/a.spec.ts: a race'],
    });
  });

  test('three of them are three failures', () => {
    const specs = ['one race', 'another', 'a third'].map((title) => specOf(title, 'flaky'));
    expect(counted({ expected: 5, unexpected: 0, flaky: 3 }, specs, 0)).toMatchObject({
      passed: 5,
      failed: 3,
    });
  });

  test('one that failed both times has failed', () => {
    expect(counted({ expected: 5, unexpected: 1, flaky: 0 }, [specOf('x', 'unexpected')], 1)).toMatchObject({
      failed: 1,
    });
  });

  test('a run without a report has failed', () => {
    expect(countPlaywright(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1, secondTries: [] });
  });
});
