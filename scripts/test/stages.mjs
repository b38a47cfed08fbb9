import { join } from 'node:path';
import { countPlaywright, countStage, countVitest } from './counts.mjs';

const node = (...args) => [process.execPath, args];

/** Everything `npm test` runs, in order. `count` turns report and exit code into passed and failed. */
export function stagesOf(root, reports) {
  const bin = (path) => join(root, 'node_modules', path);
  const unit = join(reports, 'unit.json');
  const reliability = join(reports, 'reliability.json');
  const e2e = join(root, 'test-results', 'e2e.json');
  return [
    { name: 'types', command: node('scripts/types.mjs'), count: countStage },
    {
      name: 'lint',
      command: node(bin('@biomejs/biome/bin/biome'), 'check', '--diagnostic-level=warn', '.'),
      count: countStage,
    },
    {
      name: 'arrows',
      command: node(
        '--require',
        './scripts/arrows/classic-typescript.cjs',
        bin('dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        'app',
        'components',
        'lib',
      ),
      count: countStage,
    },
    {
      name: 'unit',
      command: node(
        bin('vitest/vitest.mjs'),
        'run',
        '--project=unit',
        '--project=server',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${unit}`,
      ),
      report: unit,
      count: countVitest,
    },
    { name: 'build', command: node('scripts/build.mjs'), count: countStage },
    { name: 'budget', command: node('scripts/budget.mjs'), needs: ['build', 'browser'], count: countStage },
    {
      name: 'reliability',
      command: node(
        bin('vitest/vitest.mjs'),
        'run',
        '--project=reliability',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reliability}`,
      ),
      needs: ['build'],
      report: reliability,
      count: countVitest,
    },
    {
      name: 'e2e',
      command: node(bin('@playwright/test/cli.js'), 'test'),
      needs: ['build', 'browser'],
      report: e2e,
      count: countPlaywright,
    },
  ];
}
