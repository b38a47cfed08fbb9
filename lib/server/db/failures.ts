interface Coded {
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** SQLSTATE or system code of the innermost error that has one. */
export function failureCode(error: unknown): string | null {
  for (let current = error as Coded | undefined, depth = 0; current && depth < 6; depth += 1) {
    if (typeof current.code === 'string') return current.code;
    current = current.cause as Coded | undefined;
  }
  return null;
}

const DOWN = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'ENOENT',
  'EHOSTUNREACH',
  '3D000',
  '28P01',
  '28000',
]);

/**
 * What `pg` says without a code. "Not queryable" is what a transaction ends with whose connection broke: its rollback fails and hides
 * the first error.
 */
const DOWN_WITHOUT_CODE =
  /timeout exceeded when trying to connect|Connection terminated|is not queryable|Cannot use a pool after calling end/;

/** The database does not answer, restarts, or has no room for another connection. */
export function isDatabaseDown(error: unknown): boolean {
  const code = failureCode(error);
  if (code) return DOWN.has(code) || /^(08|53|57)/.test(code);
  return DOWN_WITHOUT_CODE.test(messages(error));
}

/** There is no room to write: of the disk, of a quota, of a limit, or of the database (SQLSTATE 53100). */
export const isDiskFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EFBIG', '53100'].includes(failureCode(error) ?? '');

/** Another transaction was in the way: doing the same again is right. */
export const isTransient = (error: unknown): boolean =>
  ['40001', '40P01', '55P03'].includes(failureCode(error) ?? '');

/** The row itself is at fault, so the same row will fail again. */
export const isDataFailure = (error: unknown): boolean => /^(22|23|54)/.test(failureCode(error) ?? '');

function messages(error: unknown): string {
  const parts: string[] = [];
  for (let current = error, depth = 0; current instanceof Error && depth < 6; depth += 1) {
    parts.push(current.message);
    current = current.cause;
  }
  return parts.join('\n');
}
