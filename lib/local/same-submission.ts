import type { WireSubmission } from '../contract/wire';

/** Whether two submissions are the same bytes on the wire, whatever order their keys are in. */
export function isSameSubmission(a: WireSubmission, b: WireSubmission): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  );
}
