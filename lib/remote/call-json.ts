import type * as z from 'zod/mini';
import { isProblemCode } from '../contract/retry-advice';
import type { ItemProblem } from '../contract/wire';
import { err, ok, type Result } from '../shared/result';
import { type Call, exchange, type Line, type LineNews, type RawAnswer } from './exchange';
import { readAnswer } from './read-answer';
import { retryAfterMs } from './retry-after';
import type { Trouble } from './trouble';

export interface JsonAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly value: T;
}

/**
 * A call whose answer counts only when the status is one of `statuses`, the type is JSON and the body fits the schema.
 * Everything else is Trouble: a portal answers 200 too.
 */
export async function callJson<T>(
  line: Line,
  call: Call,
  schema: z.ZodMiniType<T>,
  statuses: readonly number[] = [200],
): Promise<Result<JsonAnswer<T>, Trouble>> {
  const answered = await exchange(line, call);
  if (!answered.ok) return answered;
  const read = readJson(answered.value, { schema, statuses, now: line.now() });
  line.onNews?.(newsOf(read));
  return read;
}

function readJson<T>(
  answer: RawAnswer,
  {
    schema,
    statuses,
    now,
  }: { readonly schema: z.ZodMiniType<T>; readonly statuses: readonly number[]; readonly now: number },
): Result<JsonAnswer<T>, Trouble> {
  const { status, headers } = answer;
  if (!statuses.includes(status)) return err(troubleOf(answer, now));
  const value = jsonOf(answer, schema);
  return value === null ? err({ type: 'not-our-server' }) : ok({ status, headers, value });
}

/** A refusal is an answer too. Of the 5xx only a full disk (507) comes from a server that is otherwise well. */
function newsOf(read: Result<unknown, Trouble>): LineNews {
  if (read.ok || read.problem.type === 'not-modified') return 'answered';
  if (read.problem.type !== 'problem') return read.problem.type;
  const { status } = read.problem;
  return status >= 500 && status !== 507 ? 'server-down' : 'answered';
}

/** The body of an answer that is JSON of this schema; null for everything that a portal may say. */
export function jsonOf<T>(answer: RawAnswer, schema: z.ZodMiniType<T>): T | null {
  return hasType(answer.headers, 'application/json') ? readAnswer(schema, parseJson(answer)) : null;
}

/** What a status other than success means. A success that was not asked for, or a refusal in HTML, is not our server. */
export function troubleOf(answer: RawAnswer, now: number): Trouble {
  const { status, headers } = answer;
  if (status === 304) return { type: 'not-modified' };
  const problem = problemOf(answer);
  const retry = retryAfterMs(headers.get('retry-after'), now);
  const busy = status === 429 || status >= 500;
  if (problem === null && !busy) return { type: 'not-our-server' };
  return { type: 'problem', status, problem, retryAfterMs: retry };
}

function problemOf(answer: RawAnswer): ItemProblem | null {
  if (!hasType(answer.headers, 'application/problem+json')) return null;
  const body = parseJson(answer);
  if (typeof body !== 'object' || body === null) return null;
  const { code, errors } = body as { code?: unknown; errors?: unknown };
  if (typeof code !== 'string' || !isProblemCode(code)) return { code: 'internal' };
  return Array.isArray(errors) && errors.every(isError) ? { code, errors } : { code };
}

function isError(value: unknown): value is { readonly pointer: string; readonly code: string } {
  const { pointer, code } = (value ?? {}) as { pointer?: unknown; code?: unknown };
  return typeof pointer === 'string' && typeof code === 'string';
}

export function hasType(headers: Headers, type: string): boolean {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() === type;
}

function parseJson({ body }: RawAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
