import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Device } from '../../e2e/fixtures/device';
import { RunningServer } from '../../e2e/fixtures/running-server';
import { say, show } from '../start/say.mjs';
import type { Bench } from './bench';
import type { Part } from './figure';
import { isMet } from './figure';
import { measureFirstVisit } from './first-visit';
import { measureIntake } from './intake';
import { measureOffLine } from './off-line';
import { linesOf, reportOf } from './report';
import { measureSync } from './sync';

/** `intake` needs the form that `sync` publishes, so it comes after it. */
const PARTS: readonly (readonly [string, (bench: Bench) => Promise<Part>])[] = [
  ['first-visit', measureFirstVisit],
  ['off-line', measureOffLine],
  ['sync', measureSync],
  ['intake', measureIntake],
];

/** Measures, says and writes what it found. Resolves with the exit code: 1 when `--check` is given and a limit is missed. */
export async function runBench(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      check: { type: 'boolean', default: false },
      runs: { type: 'string', default: '7' },
      only: { type: 'string' },
    },
  });
  const root = process.cwd();
  const only = values.only?.split(',');
  const server = await RunningServer.start();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop().finally(() => process.exit(130)));
  try {
    const bench: Bench = { root, server, runs: Math.max(1, Number(values.runs) || 1), say };
    const parts: Part[] = [];
    for (const [name, measure] of PARTS) if (only?.includes(name) ?? true) parts.push(await measure(bench));
    show(linesOf(parts));
    if (only === undefined) {
      const chromium = await chromiumVersion(server);
      const machine = { cores: availableParallelism(), node: process.versions.node, chromium };
      writeFileSync(join(root, 'docs/benchmarks.md'), reportOf(parts, machine));
    }
    const isMissed = parts.some(({ figures }) => figures.some((figure) => isMet(figure) === false));
    return values.check && isMissed ? 1 : 0;
  } finally {
    await server.stop();
  }
}

async function chromiumVersion(server: RunningServer): Promise<string> {
  const device = new Device('phone', `http://localhost:${server.port}`);
  try {
    await device.start();
    const session = await device.context.newCDPSession(device.page);
    const { product } = await session.send('Browser.getVersion');
    return product.replace(/^.*\//, '');
  } finally {
    await device.discard();
  }
}
