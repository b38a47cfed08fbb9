import type { Figure, Part } from './figure';
import { boundOf, isMet, median, quantile, shown } from './figure';

const INTRO = `# Benchmarks

Written by \`npm run bench\`; changed by hand it would say nothing. Each figure is the median of its tries, with the smallest and the largest
beside it. What has a limit must keep it: \`npm run bench -- --check\` ends with code 1 otherwise. Times in milliseconds belong to the machine and to what
else it did; ratios, bytes and round trips do not. A section is written when it is measured, and says on what.
`;

/**
 * The whole file: what was measured now takes the place of its section in the file as it was; every other section stays.
 * `order` has the titles of all parts there are; a section that none of them is called is dropped.
 */
export function reportOf(
  before: string,
  parts: readonly Part[],
  { order, machine }: { readonly order: readonly string[]; readonly machine: string },
): string {
  const sections = sectionsOf(before);
  for (const part of parts) sections.set(part.title, partOf(part, machine));
  const kept = order.flatMap((title) => sections.get(title) ?? []);
  return [INTRO, ...kept].join('\n');
}

/** Sections of a report by their titles, each with its heading and without the empty lines at its end. */
function sectionsOf(report: string): Map<string, string> {
  const texts = report.split(/^(?=## )/m).filter((text) => text.startsWith('## '));
  return new Map(texts.map((text) => [text.slice(3, text.indexOf('\n')), `${text.trimEnd()}\n`]));
}

function partOf({ title, how, figures, more }: Part, machine: string): string {
  const head = '| Figure | Median | Smallest – largest | Tries | Limit | Met |\n|---|--:|--:|--:|--:|:-:|';
  const table = `${head}\n${figures.map(rowOf).join('\n')}`;
  const pieces = [
    `## ${title}`,
    how,
    `Measured on ${machine}.`,
    table,
    ...(more === undefined ? [] : [more]),
  ];
  return `${pieces.join('\n\n').trimEnd()}\n`;
}

function rowOf(figure: Figure): string {
  const { what, samples, unit } = figure;
  const met = isMet(figure);
  const spread =
    samples.length === 1 ? '' : `${shown(quantile(samples, 0), unit)} – ${shown(quantile(samples, 1), unit)}`;
  const cells = [
    what,
    shown(median(samples), unit),
    spread,
    samples.length,
    boundOf(figure),
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
      const bound = boundOf(figure);
      const sign = met === undefined ? '·' : met ? '✓' : '✗';
      return `  ${sign} ${figure.what.padEnd(70)} ${shown(median(figure.samples), figure.unit)}${bound && `, ${bound}`}`;
    }),
  ]);
}
