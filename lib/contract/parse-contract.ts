import type * as z from 'zod/mini';
import { err, ok, type Result } from '../shared/result';

export interface ContractProblem {
  readonly type: 'not-the-contract';
  /** JSON pointers (RFC 6901) to what is wrong, without any value a person typed. */
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

const MOST_ERRORS = 100;

/** Parses unknown JSON by a schema of this room. Unknown keys are refused. */
export function parseContract<T>(schema: z.ZodMiniType<T>, value: unknown): Result<T, ContractProblem> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const errors = parsed.error.issues
    .slice(0, MOST_ERRORS)
    .map((issue) => ({ pointer: jsonPointer(placeOf(issue)), code: issue.code }));
  return err({ type: 'not-the-contract', errors });
}

/** A key that is none may be anything a person typed, also NUL: what holds it is named instead. */
const placeOf = ({ code, path }: z.core.$ZodIssue) => (code === 'invalid_key' ? path.slice(0, -1) : path);

/** RFC 6901 pointer of a path. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path
    .map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
    .slice(0, 500);
}
