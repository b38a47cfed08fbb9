import type { BenchOptions } from '../bench';
import { LINKS, linkOf } from './links';
import { PEER_NAMES, type PeerName } from './peer';
import type { Cell, Try } from './tries';

/** What to measure, as it was asked for. */
export interface Wanted {
  readonly runs: number;
  readonly peers: readonly PeerName[];
  readonly links: readonly string[];
  /** undefined = what is told apart on each link. */
  readonly counts: readonly number[] | undefined;
}

const isPeer = (name: string): name is PeerName => PEER_NAMES.some((one) => one === name);

/** Reads `--peers`, `--links` and `--n`; without them everything. Throws on a name that is not there. */
export function wantedOf(options: Pick<BenchOptions, 'peers' | 'links' | 'n'>, runs: number): Wanted {
  const split = (list: string | undefined) => list?.split(',').filter(Boolean);
  const peers = split(options.peers) ?? PEER_NAMES;
  const links = split(options.links) ?? LINKS.map(({ name }) => name);
  const strange = peers.find((name) => !isPeer(name));
  if (strange) throw new Error(`no peer ${strange}; there are ${PEER_NAMES.join(', ')}`);
  for (const name of links) linkOf(name);
  const counts = split(options.n)?.map(Number);
  if (counts?.some((n) => !Number.isInteger(n) || n < 1)) throw new Error('--n is a list of whole numbers');
  return { runs, peers: peers.filter(isPeer), links, counts };
}

/** On a line that is cut, one document is through before the first cut; 500 at 50 kbit/s is "flaky 2G". */
function countsOn(link: string): readonly number[] {
  const { cutEvery, name } = linkOf(link);
  if (cutEvery === 0) return [100, 1000, 10, 1];
  return name.startsWith('50k') ? [100, 500] : [100, 1000];
}

/** Groups of cells that differ only in the peer: those are measured in turns. */
export function groupsOf({ links, counts, peers }: Wanted): readonly (readonly Cell[])[] {
  return links.flatMap((link) =>
    (counts ?? countsOn(link)).map((n) => peers.map((peer) => ({ peer, link, n }))),
  );
}

/** Twice not within the cap is told as that; so is one that did not even bring a smaller number through. */
const CAPPED_ENOUGH = 2;

/** Why a cell needs no further try, or null. */
export function enough(
  cell: Cell,
  all: readonly Try[],
  runs: number,
): 'measured' | 'capped' | 'less-is-capped' | null {
  const here = all.filter(({ peer, link }) => peer === cell.peer && link === cell.link);
  const own = here.filter(({ n }) => n === cell.n);
  if (own.length >= runs) return 'measured';
  const isCapped = (tries: readonly Try[], times: number) =>
    tries.length >= times && tries.every(({ seconds }) => seconds === null);
  if (isCapped(own, CAPPED_ENOUGH)) return 'capped';
  const smaller = new Set(here.map(({ n }) => n).filter((n) => n < cell.n));
  const isStuck = [...smaller].some((n) =>
    isCapped(
      here.filter((one) => one.n === n),
      1,
    ),
  );
  return isStuck ? 'less-is-capped' : null;
}
