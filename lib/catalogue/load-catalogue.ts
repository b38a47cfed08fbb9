import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Agency } from '../contract/wire';
import type { OptionSets, ServiceDefinition } from '../forms/definition';
import { parseDefinition, parseOptionSets, type WrongDefinition } from '../forms/parse-definition';
import { DefectError } from '../shared/assert';
import { err, ok, type Result } from '../shared/result';
import { isCategoryId } from './categories';

/** Everything a counter can offer: what the server publishes and the device keeps. */
export interface Catalogue {
  readonly agencies: readonly Agency[];
  readonly optionSets: OptionSets;
  readonly services: readonly ServiceDefinition[];
}

/** `file` is relative to the folder that was read; `path` is the place in it, empty for the file as a whole. */
export interface CatalogueFault {
  readonly file: string;
  readonly path: string;
  readonly reason: string;
}

export interface CatalogueProblem {
  readonly type: 'catalogue-invalid';
  readonly faults: readonly CatalogueFault[];
}

const localText = z.strictObject({
  bn: z.string().check(z.minLength(1)),
  en: z.string().check(z.minLength(1)),
});
const agenciesSchema = z.array(z.strictObject({ id: z.string().check(z.minLength(1)), name: localText }));

/**
 * Reads `agencies.json`, `option-sets.json` and every file of `services/`, in the order of the file names. All faults
 * of all files are reported at once; a catalogue with one fault is no catalogue.
 */
export function readCatalogue(folder: string): Result<Catalogue, CatalogueProblem> {
  const faults: CatalogueFault[] = [];
  const refuse = (file: string, path: string, reason: string) => {
    faults.push({ file, path, reason });
    return undefined;
  };
  const read = (file: string): unknown => {
    try {
      return JSON.parse(readFileSync(join(folder, file), 'utf8'));
    } catch (cause) {
      return refuse(file, '', `unreadable: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  };

  const agencies = read('agencies.json');
  const agencyList = agenciesSchema.safeParse(agencies);
  if (agencies !== undefined && !agencyList.success)
    for (const { path, message } of agencyList.error.issues) refuse('agencies.json', path.join('.'), message);
  const knownAgencies = agencyList.success ? agencyList.data : [];

  const optionSets = read('option-sets.json');
  const sets = parseOptionSets(optionSets ?? {});
  if (!sets.ok) for (const fault of faultsOf('option-sets.json', sets.problem)) faults.push(fault);

  const services = serviceFiles(folder).flatMap((file): readonly ServiceDefinition[] => {
    const json = read(file);
    if (json === undefined) return [];
    const definition = parseDefinition(json, sets.ok ? sets.value : {});
    if (!definition.ok) {
      faults.push(...faultsOf(file, definition.problem));
      return [];
    }
    const { id, agency, category } = definition.value;
    if (file !== `services/${id}.json`) refuse(file, 'id', `the file is not named after its service ${id}`);
    if (!knownAgencies.some((one) => one.id === agency)) refuse(file, 'agency', `unknown agency ${agency}`);
    if (!isCategoryId(category)) refuse(file, 'category', `unknown category ${category}`);
    return [definition.value];
  });
  if (services.length === 0 && faults.length === 0) refuse('services', '', 'no service in the folder');
  if (faults.length > 0 || !sets.ok) return err({ type: 'catalogue-invalid', faults });
  return ok({ agencies: knownAgencies, optionSets: sets.value, services });
}

/** The catalogue this version of the app brings along. A wrong file is a defect of the release: it throws, naming file, path and reason. */
export function loadCatalogue(folder: string = join(process.cwd(), 'lib', 'catalogue')): Catalogue {
  const catalogue = readCatalogue(folder);
  if (catalogue.ok) return catalogue.value;
  const lines = catalogue.problem.faults.map(
    ({ file, path, reason }) => `${file} at ${path || '(file)'}: ${reason}`,
  );
  throw new DefectError(`The catalogue in ${folder} is wrong.\n${lines.join('\n')}`);
}

function serviceFiles(folder: string): readonly string[] {
  const names = readdirSync(join(folder, 'services')).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => `services/${name}`);
}

function faultsOf(file: string, { problems }: WrongDefinition): readonly CatalogueFault[] {
  return problems.map(({ path, reason, values }) => ({
    file,
    path,
    reason: [reason, ...wordsOf(values)].join(' '),
  }));
}

function wordsOf(values: Readonly<Record<string, string | number>>): readonly string[] {
  return Object.entries(values).map(([name, value]) => `${name}=${value}`);
}
