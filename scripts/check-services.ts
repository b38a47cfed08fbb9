import { isRefusing } from '../lib/catalogue/lint/finding';
import { lintService } from '../lib/catalogue/lint/lint-service';
import { optionSetLabels } from '../lib/catalogue/lint/option-labels';
import { readingOf } from '../lib/catalogue/lint/reading';
import { readCatalogue } from '../lib/catalogue/load-catalogue';

const HELP = `npm run services:check                  what refuses a service, and counts of the rest
npm run services:check -- --all         also what is long, and conditions that stand in words only
npm run services:check -- --reading     a line for each service: words a sentence, longest sentence, longest label
npm run services:check -- --folder X    another catalogue than lib/catalogue`;

/** Reads every definition and says what stands in the way of it: file, path, reason. Ends with 1 when one is refused. */
function check(args: readonly string[]): number {
  if (args.includes('--help')) return say([HELP], 0);
  const folder = args.includes('--folder') ? (args[args.indexOf('--folder') + 1] ?? '') : 'lib/catalogue';
  const catalogue = readCatalogue(folder);
  if (!catalogue.ok)
    return say(
      catalogue.problem.faults.map(({ file, path, reason }) => `✗ ${file} at ${path || '(file)'}: ${reason}`),
      1,
    );
  const { services, optionSets } = catalogue.value;
  const today = new Date().toISOString().slice(0, 10);
  const found = [
    ...optionSetLabels(optionSets).map((finding) => ({ file: 'option-sets.json', finding })),
    ...services.flatMap((one) =>
      lintService(one, optionSets, today).map((finding) => ({ file: `services/${one.id}.json`, finding })),
    ),
  ];
  const refused = found.filter(({ finding }) => isRefusing(finding));
  const told = found.filter(({ finding }) => !isRefusing(finding));
  const line = ({ file, finding }: (typeof found)[number]) =>
    `${isRefusing(finding) ? '✗' : '·'} ${file} at ${finding.path}: ${finding.rule}: ${finding.reason}`;
  const readings = services.map((one) => ({ id: one.id, ...readingOf(one).reading }));
  const sentences = readings.reduce((sum, one) => sum + one.sentences, 0);
  const words = readings.reduce((sum, one) => sum + one.sentences * one.average, 0);
  return say(
    [
      ...refused.map(line),
      ...(args.includes('--all') ? told.map(line) : []),
      ...(args.includes('--reading')
        ? readings.map(
            ({ id, average, longest, longestLabel }) =>
              `  ${id.padEnd(40)} ${average.toFixed(1).padStart(5)} words a sentence, longest ${longest}; longest label ${longestLabel} letters`,
          )
        : []),
      `${services.length} services: ${refused.length} faults, ${told.length} to look at (--all). Bangla: ${(words / Math.max(1, sentences)).toFixed(1)} words a sentence over ${sentences} sentences.`,
    ],
    refused.length > 0 ? 1 : 0,
  );
}

function say(lines: readonly string[], code: number): number {
  process.stdout.write(`${lines.join('\n')}\n`);
  return code;
}

process.exitCode = check(process.argv.slice(2));
