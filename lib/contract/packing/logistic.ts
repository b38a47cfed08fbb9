/** Values of the logistic curve in 1/4096, every 1/2 from −8 to +8. */
const CURVE = [
  1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785,
  3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
];

/** 4096/(1+e^(−x/256)) for −2047 ≤ x ≤ 2047 and what lies beyond, in whole numbers: the same on every machine. */
export function squash(x: number): number {
  if (x > 2047) return 4095;
  if (x < -2047) return 1;
  const at = (x >> 7) + 16;
  const part = x & 127;
  return ((CURVE[at] ?? 0) * (128 - part) + (CURVE[at + 1] ?? 0) * part + 64) >> 7;
}

/** The inverse: for each probability in 1/4096 the smallest x that `squash` does not put below it. */
export const STRETCH: Int16Array = stretchTable();

function stretchTable(): Int16Array {
  const table = new Int16Array(4096);
  let next = 0;
  for (let x = -2047; x <= 2047; x++) {
    const p = squash(x);
    for (let at = next; at <= p; at++) table[at] = x;
    next = Math.max(next, p + 1);
  }
  for (let at = next; at < 4096; at++) table[at] = 2047;
  return table;
}
