import type * as z from 'zod/mini';
import { parseContract } from '../../contract/parse-contract';
import type { ItemProblem } from '../../contract/wire';
import { err, ok, type Result } from '../../shared/result';
import { type BodyProblem, readJsonBody } from './read-json-body';

export type RequestProblem =
  | BodyProblem
  | { readonly type: 'validation-failed'; readonly errors: NonNullable<ItemProblem['errors']> };

const SMALL = 64 * 1024;

/** The JSON body of a request as a schema of the contract reads it. */
export async function readContract<T>(
  request: Request,
  schema: z.ZodMiniType<T>,
  maxBytes: number = SMALL,
): Promise<Result<T, RequestProblem>> {
  const body = await readJsonBody(request, maxBytes);
  if (!body.ok) return body;
  const parsed = parseContract(schema, body.value);
  return parsed.ok ? ok(parsed.value) : err({ type: 'validation-failed', errors: parsed.problem.errors });
}
