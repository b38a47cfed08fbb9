import { type Figure, median, type Part, quantile } from '../figure';
import { LINKS } from './links';
import { PEER_LABELS, PEER_NAMES, type PeerName } from './peer';
import { type Cell, isOf, type Try } from './tries';

const HOW =
  'The same invented Bengali applications of `birth-registration` (without files and papers), about 1.45 KB of JSON each, in the same Chromium, one way after the other in ' +
  'turns, each try on an origin of its own; the same TCP shaper in front of every server (rate and delay both ways, one round trip for a new connection; no TLS). The page is open and the ' +
  'documents are saved on the device before the clock runs: it runs from the moment the line opens and the page is told so until the last acknowledgement is stored on the device: for ours the ' +
  'verified receipt, for PouchDB the checkpoint, for RxDB “in sync”, for the others the emptied queue. Sealing is part of saving. ' +
  'Where the line is cut, all open connections are reset each so many seconds; each way then tries again by its own rule; workbox, OpenRosa-style and the plain one, which have none without ' +
  'the browser or a person, a second later. After each try the server’s own books are read: every document there, none twice. ' +
  'Bytes are all on the connections, HTTP headers included, TCP/IP headers not. Peers of PouchDB: express-pouchdb 4.2 on LevelDB, its database made before; tuned: `batch_size` 500 and gzip. RxDB 17 over Dexie, HTTP push ' +
  'to a small server with one file and fsync; tuned: 500 a batch and gzip. workbox-background-sync and OpenRosa-style: one POST for each; XML in multipart for the latter. Plain: 500 documents as one gzip’d POST, unsealed.';

const OFFERS = `What they offer that this app does not: PouchDB replicates any document both ways, with CouchDB and anybody else who speaks its protocol, keeps conflicting revisions as a
tree, and has attachments, views and live change feeds. RxDB replicates both ways with conflict handlers of one's own, has reactive queries over any schema, many storages and
ready-made servers. workbox takes any request of any app as it is and is one line of code. OpenRosa has a whole family of forms, clients and servers that understand each other.
This app's queue carries sealed applications one way and receipts, status changes and files' progress back, and nothing else.`;

const cellWords = (value: number) => (value < 100 ? value.toFixed(1) : value.toFixed(0));

/** What one cell shows: median, spread and number of its tries; how far it came when it did not end. */
function timeOf(tries: readonly Try[]): string {
  if (tries.length === 0) return '–';
  const wrong = tries.reduce((sum, one) => sum + one.wrong, 0);
  const books = wrong === 0 ? '' : ` **${wrong} lost or twice**`;
  const times = tries.flatMap(({ seconds }) => seconds ?? []);
  const capped = tries.filter(({ seconds }) => seconds === null);
  const [cap] = capped;
  if (cap && capped.length * 2 >= tries.length) {
    const arrived = median(capped.map((one) => one.arrived));
    return `${arrived} of ${cap.n} after ${cap.capSeconds} s (${capped.length} of ${tries.length})${books}`;
  }
  const late = capped.length === 0 ? '' : `, ${capped.length} not in ${capped[0]?.capSeconds} s`;
  const spread =
    times.length === 1 ? '' : `${cellWords(quantile(times, 0))}–${cellWords(quantile(times, 1))}; `;
  return `${cellWords(median(times))} s (${spread}${tries.length}${late})${books}`;
}

function weightOf(tries: readonly Try[]): string {
  const done = tries.filter(({ seconds }) => seconds !== null);
  const some = done.length > 0 ? done : tries;
  if (some.length === 0) return '–';
  const of = (one: (it: Try) => number) => median(some.map(one)).toFixed(0);
  const up = of(({ up, n }) => up / n);
  const down = of(({ down, n }) => down / n);
  return `${up} / ${down} B, ${of(({ requests }) => requests)} in ${of(({ connections }) => connections)}`;
}

function tableOf(all: readonly Try[], link: string, show: (tries: readonly Try[]) => string): string {
  const counts = [...new Set(all.filter((one) => one.link === link).map(({ n }) => n))].sort((a, b) => a - b);
  const rows = PEER_NAMES.map((peer) => {
    const cells = counts.map((n) => show(all.filter((one) => isOf(one, { peer, link, n }))));
    return `| ${PEER_LABELS[peer]} | ${cells.join(' | ')} |`;
  });
  return [`| N = | ${counts.join(' | ')} |`, `|---|${counts.map(() => '--:|').join('')}`, ...rows].join('\n');
}

/** The section: ratios with their limits as figures, times and bytes as tables. */
export function partOfPeers(all: readonly Try[]): Part {
  const links = LINKS.filter(({ name }) => all.some(({ link }) => link === name));
  const times = links.map(
    ({ name, says }) => `### ${says}\n\n${tableOf(all, name, timeOf)}\n\n${tableOf(all, name, weightOf)}\n`,
  );
  const reading =
    'Below, each first table: median of the tries in seconds, in brackets the fastest, the slowest and the number of tries. Each second table: ' +
    'bytes up / down for each document, then requests in connections. A dash was not measured, or less was already too much for it.';
  return {
    title: 'Side by side with what people use today',
    how: HOW,
    figures: figuresOf(all),
    more: [OFFERS, reading, ...times].join('\n\n'),
  };
}

/** The figures that have a limit, of what is there. */
export function figuresOf(all: readonly Try[]): readonly Figure[] {
  const slow = { link: '50k', n: 100 };
  const fast = { link: '400k', n: 1000 };
  return [
    ratio(all, slow, { peer: 'pouchdb', limit: 1 / 3.5 }),
    ratio(all, slow, { peer: 'rxdb', limit: 1 / 2.5 }),
    ratio(all, slow, { peer: 'workbox', limit: 1 / 12 }),
    ratio(all, slow, { peer: 'openrosa', limit: 1 / 12 }),
    ratio(all, fast, { peer: 'pouchdb', limit: 0.2 }),
    ratio(all, fast, { peer: 'pouchdb-tuned', limit: 0.8 }),
    ratio(all, fast, { peer: 'rxdb-tuned', limit: 1.3 }),
    bytesUp(all, slow),
    wrongIn(
      'ours',
      all.filter(({ peer }) => peer === 'ours'),
      0,
    ),
    wrongIn(
      'the others',
      all.filter(({ peer }) => peer !== 'ours'),
    ),
  ].filter((figure) => figure.samples.length > 0);
}

function wrongIn(whose: string, tries: readonly Try[], limit?: number): Figure {
  return {
    what: `documents lost, or twice, in all ${tries.length} tries of ${whose}`,
    // One number for all of them: a median would hide a single one.
    samples: tries.length === 0 ? [] : [tries.reduce((sum, { wrong }) => sum + wrong, 0)],
    unit: '',
    ...(limit !== undefined && { limit }),
  };
}

type Place = Omit<Cell, 'peer'>;

const triesOf = (all: readonly Try[], peer: PeerName, place: Place) =>
  all.filter((one) => isOf(one, { ...place, peer }));

/** Ours ÷ theirs, first try with first try. One that the cap ended has at least that time. */
function ratio(
  all: readonly Try[],
  place: Place,
  { peer, limit }: { peer: PeerName; limit: number },
): Figure {
  const ours = triesOf(all, 'ours', place);
  const theirs = triesOf(all, peer, place);
  const seconds = (one: Try) => one.seconds ?? one.capSeconds;
  const samples = ours.flatMap((one, at) => {
    const other = theirs[at];
    return other ? [seconds(one) / seconds(other)] : [];
  });
  return { what: `time, ${place.link}, ${place.n}: ours ÷ ${PEER_LABELS[peer]}`, samples, unit: '×', limit };
}

function bytesUp(all: readonly Try[], place: Place): Figure {
  const samples = triesOf(all, 'ours', place).map(({ up, n }) => up / n);
  return { what: `bytes up for each, ${place.link}, ${place.n}, ours`, samples, unit: 'B', limit: 420 };
}
