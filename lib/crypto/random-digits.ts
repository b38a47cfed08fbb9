/** Fills with random bytes, as `crypto.getRandomValues` does. */
export type RandomBytes = (length: number) => Uint8Array;

/** The platform's own source of chance. */
export const secureRandomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Largest multiple of ten that a byte can hold: bytes above would make low digits likelier. */
const FAIR = 250;

/** `count` ASCII digits, each as likely as any other. */
export function randomDigits(count: number, random: RandomBytes = secureRandomBytes): string {
  let digits = '';
  while (digits.length < count)
    for (const byte of random(count)) if (byte < FAIR && digits.length < count) digits += String(byte % 10);
  return digits;
}

/** An unbiased whole number in [0, limit), for `limit` up to 65,536. */
export function randomBelow(limit: number, random: RandomBytes = secureRandomBytes): number {
  const fair = 65_536 - (65_536 % limit);
  for (;;) {
    const [high = 0, low = 0] = random(2);
    const value = high * 256 + low;
    if (value < fair) return value % limit;
  }
}
