/** Forms that come first: what people ask for most. */
const FIRST_PART = 15;
/**
 * Forms in each further part. Measured with 131 forms and brotli: parts of 16 weigh a fifth more together than parts of 44; larger
 * ones lose more when the line is cut.
 */
const NEXT_PARTS = 40;

/** The part that the form at place `at` of the counter order comes with. */
export function partOf(at: number, total: number): number {
  if (at < FIRST_PART) return 0;
  const rest = total - FIRST_PART;
  const parts = Math.ceil(rest / NEXT_PARTS);
  return 1 + Math.floor(((at - FIRST_PART) * parts) / rest);
}
