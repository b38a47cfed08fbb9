import type { Figure, Part } from './figure';
import { isMet, median, quantile, shown } from './figure';

export interface Machine {
  readonly cores: number;
  readonly node: string;
  readonly chromium: string;
}

const INTRO = `# Benchmarks

Written by \`npm run bench\`; changed by hand it would say nothing. Each figure is the median of its tries, with the smallest and the largest
beside it. What has a limit must keep it: \`npm run bench -- --check\` ends with code 1 otherwise. Times in milliseconds belong to the machine and to what
else it did; ratios, bytes and round trips do not.
`;

/** The whole file. */
export function reportOf(parts: readonly Part[], { cores, node, chromium }: Machine): string {
  const machine = `Machine: ${cores} cores, Node ${node}, Chromium ${chromium}.\n`;
  return [INTRO, machine, ...parts.map(partOf)].join('\n');
}

function partOf({ title, how, figures }: Part): string {
  const head = '| Figure | Median | Smallest – largest | Tries | Limit | Met |\n|---|--:|--:|--:|--:|:-:|';
  return `## ${title}\n\n${how}\n\n${head}\n${figures.map(rowOf).join('\n')}\n`;
}

function rowOf(figure: Figure): string {
  const { what, samples, unit, limit } = figure;
  const met = isMet(figure);
  const spread =
    samples.length === 1 ? '' : `${shown(quantile(samples, 0), unit)} – ${shown(quantile(samples, 1), unit)}`;
  const cells = [
    what,
    shown(median(samples), unit),
    spread,
    samples.length,
    limit === undefined ? '' : `≤ ${shown(limit, unit)}`,
    met === undefined ? '' : met ? 'yes' : '**no**',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** One line per figure for the terminal. */
export function linesOf(parts: readonly Part[]): readonly string[] {
  return parts.flatMap(({ title, figures }) => [
    '',
    title,
    ...figures.map((figure) => {
      const met = isMet(figure);
      const limit = figure.limit === undefined ? '' : ` of ${shown(figure.limit, figure.unit)}`;
      const sign = met === undefined ? '·' : met ? '✓' : '✗';
      return `  ${sign} ${figure.what.padEnd(70)} ${shown(median(figure.samples), figure.unit)}${limit}`;
    }),
  ]);
}
