import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countStage } from './counts.mjs';
import { createStageRunner } from './run-stages.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setu-stages-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stage = (name, code, more = {}) => ({
  name,
  command: [process.execPath, ['-e', code]],
  count: countStage,
  ...more,
});
const runnerIn = (broken) => createStageRunner({ root: folder, env: process.env, broken });

describe('stages', () => {
  test('what fails is named, and does not stop what does not need it', async () => {
    const broken = new Set();
    const runner = runnerIn(broken);
    expect(await runner.run(stage('first', 'process.exitCode = 3;'))).toMatchObject({ passed: 0, failed: 1 });
    expect(await runner.run(stage('second', ''))).toMatchObject({ passed: 1, failed: 0 });
    expect([...broken]).toEqual(['first']);
  });

  test('what needs a stage that failed is not run and has failed', async () => {
    const result = await runnerIn(new Set(['build'])).run(stage('late', '', { needs: ['build'] }));
    expect(result).toMatchObject({ passed: 0, failed: 1 });
  });
});
