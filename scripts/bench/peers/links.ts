import type { LineQuality } from '../../../e2e/cutting-proxy';

/** A line and how often every connection over it is cut, seconds; 0 = never. */
export interface Link {
  readonly name: string;
  readonly says: string;
  readonly quality: LineQuality;
  readonly cutEvery: number;
}

const LINES = [
  { name: '50k', says: '50 kbit/s, 800 ms', quality: { bitsPerSecond: 50_000, roundTripMs: 800 } },
  { name: '400k', says: '400 kbit/s, 400 ms', quality: { bitsPerSecond: 400_000, roundTripMs: 400 } },
] as const;
const CUTS = [0, 20, 10, 40, 5] as const;

/** Steady lines first, then those that are cut. */
export const LINKS: readonly Link[] = CUTS.flatMap((cutEvery) =>
  LINES.map(({ name, says, quality }) => ({
    name: cutEvery === 0 ? name : `${name}-cut${cutEvery}`,
    says: cutEvery === 0 ? says : `${says}, every connection cut every ${cutEvery} s`,
    quality,
    cutEvery,
  })),
);

export const linkOf = (name: string): Link => {
  const link = LINKS.find((one) => one.name === name);
  if (!link) throw new Error(`no link ${name}; there are ${LINKS.map((one) => one.name).join(', ')}`);
  return link;
};
