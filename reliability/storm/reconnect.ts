import type { RunningServer } from '../../e2e/fixtures/running-server';
import type { FlushReport } from '../../lib/outbox/runner-deps';
import type { Line } from '../../lib/remote/exchange';
import { browserLine } from '../../scripts/bench/browser-line';
import { enrolPaperDevice, type PaperDevice } from '../../scripts/bench/paper-device';
import { createEngine, type Engine } from '../sockets/engine';
import { makeItem } from '../sockets/sealed-items';

export interface StormSize {
  readonly devices: number;
  readonly itemsEach: number;
  readonly serviceId: string;
}

export interface Storm {
  /** Of every sync request, milliseconds until its answer. */
  readonly times: readonly number[];
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Requests that came before the time that the server had named to their device. */
  readonly tooEarly: number;
  readonly receipts: ReadonlyMap<string, string>;
  readonly seconds: number;
}

/** Many devices whose line comes back in the same moment; each goes on by its own engine and waits until its queue is empty. */
export async function reconnectAtOnce(
  server: RunningServer,
  { devices, itemsEach, serviceId }: StormSize,
): Promise<Storm> {
  const origin = `http://127.0.0.1:${server.port}`;
  const times: number[] = [];
  const statuses = new Map<number, number>();
  let tooEarly = 0;
  const queues: Engine[] = [];
  const papers: PaperDevice[] = [];
  while (papers.length < devices) papers.push(await enrolPaperDevice(origin, papers[0]));
  for (const paper of papers) {
    const items = [];
    for (let nth = 1; nth <= itemsEach; nth++) items.push((await makeItem(paper, { serviceId, nth })).item);
    let notBefore = 0;
    const plain = browserLine(origin, paper.cookie);
    const watched: Line['fetch'] = async (input, init) => {
      const begun = Date.now();
      if (begun < notBefore) tooEarly += 1;
      const answer = await plain.fetch(input, init);
      times.push(Date.now() - begun);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      notBefore = Date.now() + Number(answer.headers.get('retry-after') ?? 0) * 1000 - 5;
      return answer;
    };
    queues.push(await createEngine({ line: { ...plain, fetch: watched }, keys: paper.keys, items }));
  }
  const begun = Date.now();
  await Promise.all(queues.map(untilEmpty));
  const receipts = new Map(queues.flatMap((engine) => [...engine.receipts()]));
  return { times, statuses, tooEarly, receipts, seconds: (Date.now() - begun) / 1000 };
}

async function untilEmpty({ runner, memory }: Engine): Promise<void> {
  for (;;) {
    const { nextTryAt }: FlushReport = await runner.flushOnce();
    if ([...memory.items.values()].every(({ state }) => state === 'received')) return;
    const until = Math.max(nextTryAt ?? 0, memory.position.quietUntil ?? 0);
    await new Promise((resolve) => setTimeout(resolve, Math.max(20, until - Date.now() + 5)));
  }
}
