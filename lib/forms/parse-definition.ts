import { err, ok, type Result } from '../shared/result';
import { checkCrossReferences } from './cross-references';
import type { OptionSets, ServiceDefinition } from './definition';
import type { DefinitionProblem } from './definition-problem';
import { definitionSchema, optionSetsSchema } from './definition-schema';

export interface WrongDefinition {
  readonly type: 'wrong-definition';
  /** All of them, at least one, in the order of the file. */
  readonly problems: readonly DefinitionProblem[];
}

/**
 * Reads one service definition. A definition that comes back can be shown, checked and sent by every other function
 * here; anything else is refused with the path and reason of each fault. The caller knows the file and adds it.
 */
export function parseDefinition(
  json: unknown,
  optionSets: OptionSets,
): Result<ServiceDefinition, WrongDefinition> {
  const parsed = definitionSchema.safeParse(json);
  if (!parsed.success)
    return err({ type: 'wrong-definition', problems: parsed.error.issues.flatMap(schemaProblems) });
  // exactOptionalPropertyTypes: zod writes `?: T | undefined`, but a key without value is never in its output.
  const definition = parsed.data as ServiceDefinition;
  const problems = checkCrossReferences(definition, optionSets);
  return problems.length > 0 ? err({ type: 'wrong-definition', problems }) : ok(definition);
}

/** Reads the option sets that definitions share. */
export function parseOptionSets(json: unknown): Result<OptionSets, WrongDefinition> {
  const parsed = optionSetsSchema.safeParse(json);
  return parsed.success
    ? ok(parsed.data)
    : err({ type: 'wrong-definition', problems: parsed.error.issues.flatMap(schemaProblems) });
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly format?: string;
  readonly expected?: string;
}

function schemaProblems(issue: Issue): readonly DefinitionProblem[] {
  const path = issue.path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
  return [{ path, reason: 'schema', values: { message: wordsFor(issue) } }];
}

/** For the person who edits the file; zod/mini brings no sentences of its own. */
function wordsFor({ code, message, keys, values, expected, format }: Issue): string {
  const detail = keys?.join(', ') ?? values?.map(String).join(' | ') ?? expected ?? format;
  return detail === undefined || message !== 'Invalid input' ? `${code}: ${message}` : `${code}: ${detail}`;
}
