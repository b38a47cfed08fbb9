import type { Bytes } from './bytes';

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const FIELD_BYTES = 32;

/** A P-256 point without its second coordinate (SEC 1, section 2.3.3): 33 bytes instead of 65. */
export function compressPoint(point: Bytes): Bytes {
  const compressed = point.slice(0, 1 + FIELD_BYTES);
  compressed[0] = ((point[2 * FIELD_BYTES] ?? 0) & 1) === 1 ? 3 : 2;
  return compressed;
}

/** The whole point again (SEC 1, section 2.3.4); undefined for bytes that name no point of the curve. */
export function decompressPoint(compressed: Bytes): Bytes | undefined {
  const sign = compressed[0];
  if (compressed.length !== 1 + FIELD_BYTES || (sign !== 2 && sign !== 3)) return undefined;
  const x = toNumber(compressed.subarray(1));
  if (x >= P) return undefined;
  const square = (x * x * x - 3n * x + B) % P;
  // P is 3 modulo 4, so this power is a root when there is one.
  const root = power(square < 0n ? square + P : square, (P + 1n) / 4n);
  if ((root * root - square) % P !== 0n) return undefined;
  const y = (root & 1n) === BigInt(sign & 1) ? root : P - root;
  const point = new Uint8Array(1 + 2 * FIELD_BYTES);
  point[0] = 4;
  point.set(compressed.subarray(1), 1);
  point.set(fromNumber(y), 1 + FIELD_BYTES);
  return point;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let factor = base, rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % P;
    factor = (factor * factor) % P;
  }
  return result;
}

const toNumber = (bytes: Uint8Array): bigint => bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

function fromNumber(value: bigint): Bytes {
  const bytes = new Uint8Array(FIELD_BYTES);
  for (let at = FIELD_BYTES - 1, rest = value; at >= 0; at--, rest >>= 8n) bytes[at] = Number(rest & 255n);
  return bytes;
}
