/** A value or an expected failure. Failures are plain objects with a `type`, so they survive IndexedDB, workers and JSON. */
export type Result<T, P extends { readonly type: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <P extends { readonly type: string }>(
  problem: P,
): { readonly ok: false; readonly problem: P } => ({ ok: false, problem });
