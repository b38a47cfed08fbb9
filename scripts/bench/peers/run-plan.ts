import type { BrowserContext } from '@playwright/test';
import type { CatalogueResponse } from '../../../lib/contract/wire';
import { makeDocuments } from '../documents';
import { inBrowser } from '../in-browser';
import { LIGHT_SERVICE } from '../light-form';
import { machineWords } from '../machine';
import { linkOf } from './links';
import { oneTry } from './one-try';
import { PEER_LABELS, type Peer } from './peer';
import { enough, groupsOf, type Wanted } from './plan';
import type { Cell, Tries, Try } from './tries';

/** Failures in a row after which something is wrong with the run, not with a try. */
const MOST_FAILURES = 4;

export interface Work {
  readonly wanted: Wanted;
  readonly tries: Tries;
  readonly peers: readonly Peer[];
  readonly catalogue: CatalogueResponse;
  readonly capSeconds: number;
  readonly say: (words: string) => void;
  /** Asked before every try. */
  readonly isOver: () => boolean;
}

/** First every cell once, then every cell again: whenever it is stopped, all have about as many tries. */
export async function runPlan(work: Work): Promise<void> {
  const { wanted, tries, isOver } = work;
  let failures = 0;
  for (let round = 1; round <= wanted.runs; round++)
    for (const group of groupsOf(wanted)) {
      const due = turned(group, round).filter((cell) => enough(cell, tries.all, round) === null);
      if (due.length === 0 || isOver()) continue;
      await inBrowser(async (context) => {
        const on = await machineWords(context);
        for (const cell of due) {
          if (isOver()) return;
          const failure = await tryCell(work, context, { cell, on });
          failures = failure === null ? 0 : failures + 1;
          if (failures >= MOST_FAILURES) throw failure;
        }
      });
    }
}

/** Another begins each round, so that none always meets the machine as the first has left it. */
const turned = <T>(list: readonly T[], by: number): readonly T[] => [
  ...list.slice(by % list.length),
  ...list.slice(0, by % list.length),
];

/** One try, written down. A page that broke gives its error back: nothing was measured. */
async function tryCell(
  { tries, peers, catalogue, capSeconds, say }: Work,
  context: BrowserContext,
  { cell, on }: { readonly cell: Cell; readonly on: string },
): Promise<unknown> {
  const { n, link } = cell;
  const peer = peers.find(({ name }) => name === cell.peer);
  if (!peer) throw new Error(`${cell.peer} is not running`);
  const documents = makeDocuments(catalogue, { serviceId: LIGHT_SERVICE, count: n });
  const bytes = documents.reduce((sum, one) => sum + Buffer.byteLength(JSON.stringify(one)), 0);
  const at = new Date().toISOString();
  const plan = { link: linkOf(link), documents, capSeconds, run: `r${Date.now().toString(36)}` };
  try {
    const outcome = await oneTry(context, peer, plan);
    const one = { ...cell, ...outcome, bytes, capSeconds, at, on };
    tries.add(one);
    say(wordsOf(one));
    return null;
  } catch (error) {
    say(`${link}, ${n}, ${PEER_LABELS[cell.peer]}: nothing measured: ${error}`);
    return error;
  }
}

function wordsOf({
  peer,
  link,
  n,
  seconds,
  arrived,
  capSeconds,
  up,
  down,
  requests,
  connections,
  wrong,
}: Try): string {
  const time = seconds === null ? `${arrived} of ${n} after ${capSeconds} s` : `${seconds.toFixed(2)} s`;
  const each = `${(up / n).toFixed(0)} B up, ${(down / n).toFixed(0)} B down each`;
  const books = wrong === 0 ? '' : `, ${wrong} LOST, TWICE OR STRANGE`;
  return `${link}, ${n}, ${PEER_LABELS[peer]}: ${time}, ${each}, ${requests} requests, ${connections} connections${books}`;
}
