import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countStage } from './counts.mjs';
import { createStageRunner, inGroups } from './run-stages.mjs';
import { stagesOf } from './stages.mjs';

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
const runnerIn = (broken) =>
  createStageRunner({ root: folder, env: { ...process.env, MARK: join(folder, 'mark') }, broken, folder });

describe('stages', () => {
  test('every stage of the whole check is in one group, in order, with what it needs before it', () => {
    const groups = inGroups(stagesOf('/', '/'));
    expect(groups.map((group) => group.map(({ name }) => name))).toEqual([
      ['types'],
      ['lint'],
      ['arrows'],
      ['unit'],
      ['build'],
      ['budget'],
      ['reliability'],
      ['e2e'],
    ]);
  });

  test('a stage goes beside its companion, and by itself where that was not asked for', () => {
    const [lead, guest] = [stage('lead', ''), stage('guest', '', { beside: 'lead' })];
    expect(inGroups([guest, lead])).toEqual([[lead, guest]]);
    expect(inGroups([guest])).toEqual([[guest]]);
  });

  test('two of a group run at the same time, and the failure of one is its own', async () => {
    const broken = new Set();
    const waits = `const { existsSync } = require('node:fs');
      const look = setInterval(() => existsSync(process.env.MARK) && clearInterval(look), 20);`;
    const marks = `require('node:fs').writeFileSync(process.env.MARK, ''); process.exitCode = 3;`;
    const results = await runnerIn(broken).runGroup([stage('lead', waits), stage('beside', marks)]);
    expect(results).toMatchObject([
      { name: 'lead', passed: 1, failed: 0 },
      { name: 'beside', passed: 0, failed: 1 },
    ]);
    expect([...broken]).toEqual(['beside']);
  });

  test('what needs a stage that failed is not run and has failed', async () => {
    const [result] = await runnerIn(new Set(['build'])).runGroup([stage('late', '', { needs: ['build'] })]);
    expect(result).toMatchObject({ passed: 0, failed: 1 });
  });
});
