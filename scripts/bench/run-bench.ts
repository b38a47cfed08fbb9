import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RunningServer } from '../../e2e/fixtures/running-server';
import { StopError, say, show } from '../start/say.mjs';
import type { Bench } from './bench';
import type { Part } from './figure';
import { isMet } from './figure';
import { measureFiles } from './files';
import { measureFirstVisit } from './first-visit';
import { measureFlaky } from './flaky';
import { inBrowser } from './in-browser';
import { measureIntake } from './intake';
import { measureLineReturns } from './line-returns';
import { measureLongTasks } from './long-tasks';
import { machineWords } from './machine';
import { measureOffLine } from './off-line';
import { measurePeers } from './peers/measure-peers';
import { linesOf, reportOf } from './report';
import { measureSave } from './save';
import { measureSearch } from './search';
import { measureStorm } from './storm';
import { measureSync } from './sync';

interface Measured {
  readonly name: string;
  /** As the part's title: its section keeps its place in the report. */
  readonly title: string;
  readonly measure: (bench: Bench) => Promise<Part>;
}

const PARTS: readonly Measured[] = [
  { name: 'first-visit', title: 'First visit', measure: measureFirstVisit },
  { name: 'off-line', title: 'Off line', measure: measureOffLine },
  { name: 'sync', title: 'A hundred waiting applications', measure: measureSync },
  { name: 'intake', title: 'Intake of the server', measure: measureIntake },
  { name: 'storm', title: 'Everybody comes back at once', measure: measureStorm },
  { name: 'flaky', title: 'Flaky 2G', measure: measureFlaky },
  { name: 'line-returns', title: 'When the line returns', measure: measureLineReturns },
  { name: 'save', title: 'Saving', measure: measureSave },
  { name: 'search', title: 'Finding a service', measure: measureSearch },
  { name: 'files', title: 'Files', measure: measureFiles },
  { name: 'long-tasks', title: 'While a thousand go', measure: measureLongTasks },
  { name: 'peers', title: 'Side by side with what people use today', measure: measurePeers },
];

/** Hours of work, done only when asked for. */
const ONLY_ASKED_FOR = new Set(['peers']);

/** Measures, says and writes what it found. Resolves with the exit code: 1 when `--check` is given and a limit is missed. */
export async function runBench(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      check: { type: 'boolean', default: false },
      dry: { type: 'boolean', default: false },
      runs: { type: 'string', default: '7' },
      only: { type: 'string' },
      peers: { type: 'string' },
      links: { type: 'string' },
      n: { type: 'string' },
      cap: { type: 'string' },
      minutes: { type: 'string' },
      again: { type: 'boolean' },
    },
  });
  const root = process.cwd();
  const chosen = chooseParts(values.only);
  const server = await RunningServer.start();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop().finally(() => process.exit(130)));
  try {
    const runs = Math.max(1, Number(values.runs) || 1);
    const bench: Bench = { root, server, runs, say, options: values };
    const parts: Part[] = [];
    for (const { measure } of chosen) parts.push(await measure(bench));
    show(linesOf(parts));
    if (!values.dry) await writeReport(root, parts);
    const isMissed = parts.some(({ figures }) => figures.some((figure) => isMet(figure) === false));
    return values.check && isMissed ? 1 : 0;
  } finally {
    await server.stop();
  }
}

function chooseParts(only: string | undefined): readonly Measured[] {
  if (only === undefined) return PARTS.filter(({ name }) => !ONLY_ASKED_FOR.has(name));
  const names = only.split(',');
  const strange = names.find((name) => PARTS.every((part) => part.name !== name));
  if (strange !== undefined)
    throw new StopError(`There is no part ${strange}: ${PARTS.map(({ name }) => name).join(', ')}`);
  return PARTS.filter(({ name }) => names.includes(name));
}

async function writeReport(root: string, parts: readonly Part[]): Promise<void> {
  const path = join(root, 'docs/benchmarks.md');
  const machine = await inBrowser(machineWords);
  const order = PARTS.map(({ title }) => title);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  writeFileSync(path, reportOf(before, parts, { order, machine }));
}
