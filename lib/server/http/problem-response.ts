import type { ProblemCode, ProblemDocument } from '../../contract/problem';
import { PROBLEMS } from '../../contract/problem';
import type { ItemProblem } from '../../contract/wire';

export interface ProblemOptions {
  readonly traceId: string;
  readonly errors?: ItemProblem['errors'] | undefined;
  readonly headers?: HeadersInit;
  readonly retryAfterSeconds?: number | undefined;
  /** Where a protocol of its own (tus) has another status for the code. */
  readonly status?: number | undefined;
}

const WAIT_SECONDS: Partial<Record<ProblemCode, number>> = {
  internal: 30,
  unavailable: 5,
  'rate-limited': 60,
  'storage-full': 300,
};

/** A failed call as RFC 9457 wants it. Never carries what a person typed, never a stack. */
export function problemResponse(code: ProblemCode, options: ProblemOptions): Response {
  const status = options.status ?? PROBLEMS[code].status;
  const body: ProblemDocument = {
    type: `urn:sheba-setu:problem:${code}`,
    title: code.replaceAll('-', ' '),
    status,
    code,
    traceId: options.traceId,
    ...(options.errors && options.errors.length > 0 ? { errors: options.errors } : {}),
  };
  const headers = new Headers(options.headers);
  headers.set('content-type', 'application/problem+json');
  headers.set('cache-control', 'no-store');
  headers.set('x-content-type-options', 'nosniff');
  const wait = options.retryAfterSeconds ?? WAIT_SECONDS[code];
  if (wait !== undefined) headers.set('retry-after', String(Math.max(1, Math.ceil(wait))));
  return new Response(JSON.stringify(body), { status, headers });
}
