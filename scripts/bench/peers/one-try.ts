import type { BrowserContext } from '@playwright/test';
import { CuttingProxy } from '../../../e2e/cutting-proxy';
import type { BenchDocument } from '../documents';
import type { Link } from './links';
import type { Peer } from './peer';

/** What came of one try. */
export interface Outcome {
  /** From the opening of the line to the last acknowledgement stored on the device; null when the cap came first. */
  readonly seconds: number | null;
  /** Documents the server held at the end. */
  readonly arrived: number;
  readonly up: number;
  readonly down: number;
  readonly requests: number;
  readonly connections: number;
  /** All documents into the device's store, sealing included. */
  readonly saveMs: number;
  /** Lost, held twice, or sent by nobody: how many. */
  readonly wrong: number;
}

interface TryPlan {
  readonly link: Link;
  readonly documents: readonly BenchDocument[];
  readonly capSeconds: number;
  readonly run: string;
}

/**
 * One peer, one line, a fresh origin in the same browser. The page is opened and its documents are saved before the line is;
 * then the line opens, the peer is told so, and the clock runs. At the end the server is asked what it holds.
 */
export async function oneTry(context: BrowserContext, peer: Peer, plan: TryPlan): Promise<Outcome> {
  const { link, documents, capSeconds, run } = plan;
  const line = await CuttingProxy.listen(() => peer.port);
  await context.clearCookies();
  const page = await context.newPage();
  let cuts: ReturnType<typeof setInterval> | undefined;
  try {
    await page.goto(line.origin + peer.page);
    // Not as a script of the page: the app's policy runs none but its own.
    if (typeof peer.script === 'string') await page.evaluate(peer.script);
    else await page.addScriptTag({ url: peer.script.path });
    await page.evaluate(
      (config) => (globalThis.peer.open as (c: unknown) => unknown)(config),
      peer.config(run),
    );
    line.cut();
    const saveBegun = performance.now();
    await page.evaluate(async (items) => void (await globalThis.peer.save(items)), documents);
    const saveMs = performance.now() - saveBegun;

    line.resetCounts();
    line.shape(link.quality);
    line.restore();
    const begun = performance.now();
    const drop = () => {
      line.cut();
      // What lay in the radio's buffers is gone with the connection.
      line.shape(link.quality);
      line.restore();
    };
    if (link.cutEvery > 0) cuts = setInterval(drop, link.cutEvery * 1000);
    const sent = page.evaluate(() => globalThis.peer.send());
    const end = await within(sent, capSeconds * 1000);
    const seconds = (performance.now() - begun) / 1000;
    const { up, down, connections } = line.counts;
    const requests = line.requests.length;
    clearInterval(cuts);
    const ids = documents.map(({ id }) => id);
    await page.close();
    line.cut();
    // What the server was just reading when the cap came is written, or is not.
    if (end === 'capped') await new Promise((resolve) => setTimeout(resolve, 2000));
    const books = compare(await peer.held(run), ids, end === 'done');
    return {
      ...books,
      seconds: end === 'done' ? round(seconds, 3) : null,
      up,
      down,
      requests,
      connections,
      saveMs: round(saveMs, 0),
    };
  } finally {
    clearInterval(cuts);
    await forgetOrigin(context, line.origin);
    await page.close();
    await line.close();
  }
}

/** How many arrived, and how many are lost (when all had to be there), there twice, or sent by nobody. */
function compare(
  held: readonly string[],
  ids: readonly string[],
  mustBeAll: boolean,
): Pick<Outcome, 'arrived' | 'wrong'> {
  const sent = new Set(ids);
  const there = new Set(held);
  const twice = held.length - there.size;
  const strange = [...there].filter((id) => !sent.has(id)).length;
  const arrived = there.size - strange;
  const lost = mustBeAll ? ids.length - arrived : 0;
  return { arrived, wrong: twice + strange + lost };
}

async function within(work: Promise<unknown>, ms: number): Promise<'done' | 'capped'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const capped = new Promise<'capped'>((resolve) => {
    timer = setTimeout(() => resolve('capped'), ms);
  });
  const done = work.then(() => 'done' as const);
  // When the page is closed at the cap, its unfinished call ends with an error.
  done.catch(() => undefined);
  return Promise.race([done, capped]).finally(() => clearTimeout(timer));
}

/** Storage and worker of the try are taken away, so that the thousandth try meets the same browser as the first. */
async function forgetOrigin(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  } finally {
    await page.close();
  }
}

const round = (value: number, places: number) => Number(value.toFixed(places));
