import { type InTheAir, type LineMemory, openAir } from './in-the-air';
import { summariseQueue } from './queue-summary';
import { waitIsOver } from './retry';
import type { FlushOptions, FlushReport, RunnerDeps } from './runner-deps';
import { sendFiles } from './send-files';
import { DONE, type Ending, sendTexts, type Tally } from './send-texts';
import { type Flush, flushOwnerOf, freeItems } from './take-items';
import { endsWithTheServer, waitsForServer } from './waits-for-server';

export interface OutboxRunner {
  /** Sends what is due, takes what is new, and says what happened. Safe to call at any time, from several contexts at once. */
  flushOnce(options?: FlushOptions): Promise<FlushReport>;
}

/** The one engine of the queue. Rejects only when the store or the verifier does; then nothing is lost, and the leases run out. */
export function createOutboxRunner(deps: RunnerDeps): OutboxRunner {
  const { startBytes } = deps;
  const memory: LineMemory = { history: [], ...(startBytes !== undefined && { startBytes }) };
  let flushes = 0;
  return {
    flushOnce: (options = {}) =>
      flushOnce({ ...deps, flushOwner: flushOwnerOf(deps.owner, ++flushes) }, options, openAir(memory)),
  };
}

async function flushOnce(flush: Flush, options: FlushOptions, air: InTheAir): Promise<FlushReport> {
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
async function sendAll(flush: Flush, options: FlushOptions, air: InTheAir, tally: Tally): Promise<Ending> {
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
