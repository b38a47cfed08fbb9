/** What a client does with a failure: at once with the same bytes, after `Retry-After`, or not without a person. */
export type RetryAdvice = 'now' | 'later' | 'never';

/** The closed list of codes on the wire: HTTP status and advice. Decisions read the code, never a message. */
export const PROBLEMS = {
  'malformed-json': { status: 400, retry: 'never' },
  'malformed-request': { status: 400, retry: 'never' },
  'unsupported-protocol': { status: 400, retry: 'never' },
  unauthenticated: { status: 401, retry: 'never' },
  forbidden: { status: 403, retry: 'never' },
  'cross-site': { status: 403, retry: 'never' },
  'device-revoked': { status: 403, retry: 'never' },
  'not-found': { status: 404, retry: 'never' },
  'method-not-allowed': { status: 405, retry: 'never' },
  'not-acceptable': { status: 406, retry: 'never' },
  conflict: { status: 409, retry: 'never' },
  'in-flight': { status: 409, retry: 'now' },
  'version-stale': { status: 412, retry: 'never' },
  'too-large': { status: 413, retry: 'never' },
  'unsupported-media': { status: 415, retry: 'never' },
  'validation-failed': { status: 422, retry: 'never' },
  'unknown-form-version': { status: 422, retry: 'never' },
  'unknown-key': { status: 422, retry: 'now' },
  'unseal-failed': { status: 422, retry: 'never' },
  'tracking-code-invalid': { status: 422, retry: 'never' },
  'supersedes-unknown': { status: 422, retry: 'never' },
  'checksum-mismatch': { status: 422, retry: 'now' },
  'version-required': { status: 428, retry: 'never' },
  'rate-limited': { status: 429, retry: 'later' },
  internal: { status: 503, retry: 'later' },
  unavailable: { status: 503, retry: 'later' },
  'storage-full': { status: 507, retry: 'later' },
} as const satisfies Record<string, { readonly status: number; readonly retry: RetryAdvice }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Body of every failed call, `application/problem+json` (RFC 9457). `errors[].pointer` is a JSON pointer. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly traceId: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}
