import { batchBytes } from './batch';
import { type ExchangeResult, sendBatch, settle } from './exchange';
import type { InTheAir } from './in-the-air';
import type { OutboxItem } from './item';
import type { FlushOptions, FlushReport } from './runner-deps';
import { type Flush, hold, requestOf, takeBatch } from './take-items';
import { waitAll } from './wait-all';

/** Exchanges that only fetch further changes, in one flush: a server that never says "no more" does not keep it for ever. */
const MOST_PULLS = 50;

/** What a flush has done so far. */
export interface Tally {
  readonly received: Set<string>;
  readonly refused: Set<string>;
  exchanges: number;
  catalogueVersion: number | null;
}

export type Ending = Pick<FlushReport, 'end' | 'reason'>;

export const DONE: Ending = { end: 'done', reason: null };

export interface Round {
  readonly options: FlushOptions;
  readonly air: InTheAir;
  readonly tally: Tally;
  /** Items this flush has sent: each goes once in a flush, whatever the clock says. */
  readonly tried: Set<string>;
}

/** A request on its way, and what to do when it is not any more. */
interface UnderWay {
  /** Never rejects. Resolves with what follows from the answer, not yet begun. */
  readonly landed: Promise<() => Promise<void>>;
}

/**
 * Sends what is due until nothing is. While requests are on their way the next is made and what came is written, one
 * thing after the other; after a failure nothing new leaves, and what is on its way is heard to its end (OB-36).
 */
export async function sendTexts(flush: Flush, round: Round): Promise<Ending> {
  const { options, air, tally, tried } = round;
  const underWay = new Set<UnderWay>();
  const toHalve: { readonly request: Flush; readonly items: readonly OutboxItem[] }[] = [];
  let pulls = 0;
  let mustAsk = true;
  let ending: Ending | undefined;
  let failure: { readonly error: unknown } | undefined;
  const trying = (work: () => Promise<void>) =>
    work().catch((error: unknown) => {
      failure ??= { error };
    });

  function follow(request: Flush, result: ExchangeResult, isPull: boolean): void {
    note(tally, result);
    if (result.type === 'split') toHalve.push({ request, items: result.items });
    if (result.type === 'waits') ending ??= { end: 'waits', reason: result.reason };
    if (result.type === 'refused' && isPull) ending ??= { end: 'refused', reason: null };
    if (result.type === 'answered') mustAsk = result.again;
    else if (isPull) mustAsk = false;
  }

  function begin(request: Flush, batch: readonly OutboxItem[]): void {
    for (const item of batch) tried.add(item.id);
    tally.exchanges++;
    const sent = sendBatch(request, batch, {
      landed: air.leave(batchBytes(batch)),
      newsOnly: underWay.size > 0,
    });
    const one: UnderWay = {
      landed: sent.then(
        (answer) => async () => {
          underWay.delete(one);
          follow(request, await settle(request, answer), batch.length === 0);
        },
        (error: unknown) => async () => {
          underWay.delete(one);
          throw error;
        },
      ),
    };
    underWay.add(one);
  }

  /** Whether a request left. */
  async function sendNext(): Promise<boolean> {
    const bytes = air.room();
    if (bytes === 0) return false;
    const beside = underWay.size > 0;
    const request = requestOf(flush, tally.exchanges + 1);
    const batch = await takeBatch(request, { bytes, beside }, tried);
    if (batch.length === 0 && (beside || !mustAsk || pulls++ >= MOST_PULLS)) return false;
    begin(request, batch);
    return true;
  }

  for (;;) {
    const isOver = ending !== undefined || failure !== undefined || options.signal?.aborted === true;
    let hasSent = false;
    if (!isOver && toHalve.length === 0)
      await trying(async () => {
        hasSent = await sendNext();
      });
    if (hasSent) continue;
    const [halved] = underWay.size === 0 ? toHalve.splice(0, 1) : [];
    if (underWay.size > 0) await trying(await Promise.race([...underWay].map(({ landed }) => landed)));
    else if (failure !== undefined) throw failure.error;
    else if (halved !== undefined)
      await trying(async () => {
        const { request, items } = halved;
        if (ending?.reason) await waitAll(request, { reason: ending.reason });
        else follow(request, await sendHalves(request, items, round), false);
      });
    else return ending ?? (isOver ? { end: 'aborted', reason: null } : DONE);
  }
}

/** A batch that was refused as a whole goes in halves, until the item to blame stands alone (OB-16). One after the other: nothing else is on its way. */
async function sendHalves(
  request: Flush,
  items: readonly OutboxItem[],
  round: Round,
): Promise<ExchangeResult> {
  const middle = Math.ceil(items.length / 2);
  const first = await sendAlone(request, items.slice(0, middle), round);
  if (first.type === 'waits') return first;
  const rest = await hold(request, items.slice(middle));
  return rest.length === 0 ? first : sendAlone(request, rest, round);
}

async function sendAlone(
  request: Flush,
  batch: readonly OutboxItem[],
  round: Round,
): Promise<ExchangeResult> {
  const { air, tally } = round;
  tally.exchanges++;
  const landed = air.leave(batchBytes(batch));
  const result = await settle(request, await sendBatch(request, batch, { landed }));
  note(tally, result);
  return result.type === 'split' ? sendHalves(request, result.items, round) : result;
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
