import type { Faults } from './faults';
import type { SimServer } from './sim-server';
import type { Timeline } from './timeline';

/** Longest that a device waits for a word of the answer (`lib/remote/exchange.ts`), milliseconds. */
const IDLE = 30_000;
const LOST = () => new TypeError('fetch failed');

/** An answer as it left the server: a body can be read only once. */
interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface NetworkParts {
  readonly timeline: Timeline;
  readonly faults: Faults;
  readonly server: SimServer;
  /** How many requests reached the server. */
  readonly counts: { requests: number };
  /** For the history: what the server did with a request. */
  readonly heard: (what: string) => void;
}

/** How a device hears: the answer or its loss, at the time it comes. */
export interface Listener {
  readonly heard: (response: Response) => Promise<void>;
  readonly lost: (error: Error) => Promise<void>;
}

/** Sends a request over a line on which every fault point may strike. The listener hears exactly once. */
export function carryRequest(parts: NetworkParts, request: () => Request, listener: Listener): void {
  const { timeline, faults } = parts;
  const { chance } = faults;
  let isOver = false;
  const once = (tell: () => Promise<void>) => async () => {
    if (isOver) return;
    isOver = true;
    await tell();
  };
  const lose = once(() => listener.lost(LOST()));
  const hear = (answer: Answered) => once(() => listener.heard(responseOf(answer)))();
  timeline.after(IDLE, lose);
  const way = () => 20 + chance() * 1500;
  const inItsPlace = faults.at('portal')
    ? portalPage(chance())
    : faults.at('proxy-busy')
      ? busyProxy(chance())
      : null;
  if (inItsPlace !== null) timeline.after(way(), () => hear(inItsPlace));
  if (inItsPlace !== null || faults.at('request-lost')) return;
  const delay = faults.at('request-late') ? 10_000 + chance() * 200_000 : way();
  const answerBy = (answer: Answered | 'crashed') => {
    // A connection that breaks is heard of at once.
    if (answer === 'crashed') timeline.after(way(), lose);
    if (answer === 'crashed' || faults.at('answer-lost')) return;
    const cut = faults.at('answer-cut');
    const back = faults.at('answer-late') ? 5_000 + chance() * 60_000 : way();
    timeline.after(back, () => hear(cut ? { ...answer, body: halfOf(answer.body, chance()) } : answer));
  };
  if (faults.at('request-twice'))
    timeline.after(delay + chance() * 100_000, async () => {
      await ask(parts, request);
    });
  const atOnce = faults.at('request-twice-at-once');
  timeline.after(delay, async () => {
    if (atOnce) {
      const [first] = await Promise.all([ask(parts, request, true), ask(parts, request, true)]);
      answerBy(first);
    } else answerBy(await ask(parts, request));
  });
}

/** One arrival at the server. `whole`: nothing strikes in the middle, because another request runs beside it. */
async function ask(
  { server, faults, counts, heard }: NetworkParts,
  request: () => Request,
  whole = false,
): Promise<Answered | 'crashed'> {
  const { plan } = server;
  counts.requests += 1;
  plan.left = -1;
  plan.seen = 0;
  if (!whole) planStatements(server, faults);
  const planned = plan.left;
  const response = await server.answer(request());
  heard(
    `answer ${response === 'crashed' ? response : response.status}, ${whole ? 'two at once' : plan.seen}${planned < 0 ? '' : `, ${plan.how} ${planned}`}`,
  );
  plan.left = -1;
  if (response === 'crashed') {
    await server.restart();
    return 'crashed';
  }
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, body };
}

/** A request with something new in it takes 13 statements or so. */
const MOST_STATEMENTS = 15;

function planStatements({ plan }: SimServer, faults: Faults): void {
  const { chance } = faults;
  const crash = faults.at('server-crash');
  if (!crash && !faults.at('database-ends')) return;
  plan.left = Math.floor(chance() * MOST_STATEMENTS);
  const side = chance() < 0.5 ? 'before' : 'after';
  plan.how = crash ? `crash-${side}` : `database-${side}`;
}

const responseOf = ({ status, headers, body }: Answered) =>
  new Response(status === 204 || status === 304 ? null : body, { status, headers });

const halfOf = (body: Uint8Array<ArrayBuffer>, chance: number) =>
  body.slice(0, Math.floor(body.length * chance));

const page = (status: number, type: string, text: string, more: Record<string, string> = {}): Answered => ({
  status,
  headers: new Headers({ 'content-type': type, ...more }),
  body: new TextEncoder().encode(text),
});

const PORTALS: readonly Answered[] = [
  page(200, 'text/html', '<!doctype html><h1>Log in to WiFi</h1>'),
  page(200, 'application/json', '<!doctype html><h1>Log in to WiFi</h1>'),
  page(200, 'application/json', '{"ok":true}'),
  page(200, 'application/json', ''),
  page(204, 'text/html', ''),
  page(511, 'text/html', '<h1>Log in</h1>'),
  page(302, 'text/html', '', { location: 'http://192.0.2.1/' }),
];

/** A hotspot that answers in the server's place. */
function portalPage(chance: number): Answered {
  return PORTALS[Math.floor(chance * PORTALS.length)] ?? page(200, 'text/html', '');
}

const busyProxy = (chance: number): Answered =>
  page(chance < 0.3 ? 502 : 503, 'text/html', 'soon', { 'retry-after': String(Math.floor(chance * 300)) });
