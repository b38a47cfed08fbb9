import { type Exchange, nextBatchBytes } from './air-time';
import { type ExchangeResult, exchange } from './exchange';
import type { OutboxItem } from './item';
import { summariseQueue } from './queue-summary';
import { waitIsOver } from './retry';
import type { FlushOptions, FlushReport, RunnerDeps } from './runner-deps';
import { sendFiles } from './send-files';
import { type Flush, flushOwnerOf, freeItems, hold, takeBatch } from './take-items';
import { endsWithTheServer, waitsForServer } from './waits-for-server';

/** Exchanges that only fetch further changes, in one flush: a server that never says "no more" does not keep it for ever. */
const MOST_PULLS = 50;
const REMEMBERED = 20;

export interface OutboxRunner {
  /** Sends what is due, takes what is new, and says what happened. Safe to call at any time, from several contexts at once. */
  flushOnce(options?: FlushOptions): Promise<FlushReport>;
}

/** The one engine of the queue. Rejects only when the store or the verifier does; then nothing is lost, and the leases run out. */
export function createOutboxRunner(deps: RunnerDeps): OutboxRunner {
  let history: readonly Exchange[] = [];
  let flushes = 0;
  const record = (one: Exchange) => {
    history = [...history, one].slice(-REMEMBERED);
  };
  return {
    flushOnce: (options = {}) =>
      flushOnce({ ...deps, flushOwner: flushOwnerOf(deps.owner, ++flushes) }, options, {
        record,
        bytes: () => nextBatchBytes(history),
      }),
  };
}

interface Air {
  readonly record: (exchange: Exchange) => void;
  readonly bytes: () => number;
}

/** What a flush has done so far. */
interface Tally {
  readonly received: Set<string>;
  readonly refused: Set<string>;
  exchanges: number;
  catalogueVersion: number | null;
}

type Ending = Pick<FlushReport, 'end' | 'reason'>;

const DONE: Ending = { end: 'done', reason: null };

async function flushOnce(flush: Flush, options: FlushOptions, air: Air): Promise<FlushReport> {
  const tally: Tally = { received: new Set(), refused: new Set(), exchanges: 0, catalogueVersion: null };
  const ending: Ending =
    (await quietUntil(flush)) !== null
      ? { end: 'quiet', reason: 'server-busy' }
      : await sendAll(flush, options, air, tally);
  const items = await flush.store.all();
  const quiet = await quietUntil(flush);
  return {
    ...ending,
    received: [...tally.received],
    refused: [...tally.refused],
    exchanges: tally.exchanges,
    catalogueVersion: tally.catalogueVersion,
    nextTryAt: summariseQueue(items, flush.clock()).nextTryAt,
    quietUntil: quiet,
    waitsForLine: quiet === null && (endsWithTheServer(ending.reason) || items.some(waitsForServer)),
  };
}

/** Until when the server asked to be left alone (OB-12); null when it did not, or that time is over. */
async function quietUntil({ store, clock }: Flush): Promise<number | null> {
  const { quietUntil: until } = await store.position();
  return until === undefined || waitIsOver(until, clock(), true) ? null : until;
}

/** Text until nothing is due, then files, then their counts; a text that comes in between goes before the next piece of a file (OB-20). */
async function sendAll(flush: Flush, options: FlushOptions, air: Air, tally: Tally): Promise<Ending> {
  const tried = new Set<string>();
  await freeItems(flush, options);
  for (;;) {
    const ending = await sendTexts(flush, { options, air, tally, tried });
    if (ending.end !== 'done' || !flush.files) return ending;
    const files = await sendFiles(flush, flush.files, tried, options.signal);
    if (files === 'text-came' || files === 'all-sent') continue;
    return files === 'aborted' ? { end: 'aborted', reason: null } : { ...DONE, reason: files };
  }
}

interface Round {
  readonly options: FlushOptions;
  readonly air: Air;
  readonly tally: Tally;
  /** Items this flush has sent: each goes once in a flush, whatever the clock says. */
  readonly tried: Set<string>;
}

async function sendTexts(flush: Flush, { options, air, tally, tried }: Round): Promise<Ending> {
  let pulls = 0;
  let mustAsk = true;
  for (;;) {
    if (options.signal?.aborted) return { end: 'aborted', reason: null };
    const batch = await takeBatch(flush, air.bytes(), tried);
    if (batch.length === 0 && !(mustAsk && pulls++ < MOST_PULLS)) return DONE;
    for (const item of batch) tried.add(item.id);
    const last = await sendInParts(flush, batch, air, tally);
    if (last.type === 'waits') return { end: 'waits', reason: last.reason };
    if (last.type === 'refused' && batch.length === 0) return { end: 'refused', reason: null };
    mustAsk = last.type === 'answered' ? last.again : batch.length > 0 && mustAsk;
  }
}

/** Sends a batch; when it is refused as a whole, its halves, until the item to blame stands alone (OB-16). */
async function sendInParts(
  flush: Flush,
  batch: readonly OutboxItem[],
  air: Air,
  tally: Tally,
): Promise<ExchangeResult> {
  tally.exchanges++;
  const result = await exchange(flush, batch, air.record);
  note(tally, result);
  if (result.type !== 'split') return result;
  const middle = Math.ceil(result.items.length / 2);
  const first = await sendInParts(flush, result.items.slice(0, middle), air, tally);
  if (first.type === 'waits') return first;
  const rest = await hold(flush, result.items.slice(middle));
  return rest.length === 0 ? first : sendInParts(flush, rest, air, tally);
}

function note(tally: Tally, result: ExchangeResult): void {
  if (result.type === 'refused') for (const id of result.ids) tally.refused.add(id);
  if (result.type !== 'answered') return;
  tally.catalogueVersion = result.answer.catalogueVersion;
  for (const [id, event] of result.events) {
    if (event.type === 'receipt-verified') tally.received.add(id);
    if (event.type === 'refused') tally.refused.add(id);
  }
}
