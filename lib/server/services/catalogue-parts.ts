/** Forms that come first: what people ask for most. */
const FIRST_PART = 15;
/**
 * Forms in each further part, at most. Measured with 131 forms in brotli, with the first part: three parts of 39 weigh 96 kB, two of 58
 * 93 kB, and the catalogue may weigh 120 kB with its list. A cut line loses one part, and then goes on in small steps.
 */
const NEXT_PARTS = 60;

/** The part that the form at place `at` of the counter order comes with. */
export function partOf(at: number, total: number): number {
  if (at < FIRST_PART) return 0;
  const rest = total - FIRST_PART;
  const parts = Math.ceil(rest / NEXT_PARTS);
  return 1 + Math.floor(((at - FIRST_PART) * parts) / rest);
}
