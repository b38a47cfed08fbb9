import { compactVerify } from 'jose/jws/compact/verify';
import { parseContract } from '../contract/parse-contract';
import { receiptClaimsSchema } from '../contract/sync-schema';
import type { PublicJwk, ReceiptClaims } from '../contract/wire';
import { err, ok, type Result } from '../shared/result';
import { utf8Text } from './bytes';
import { RECEIPT_TYPE } from './receipt-text';

export interface ReceiptKey {
  readonly kid: string;
  readonly publicKey: PublicJwk;
}

export type ReceiptProblem = {
  readonly type: 'receipt-not-verified';
  readonly why: 'signature' | 'unknown-key' | 'claims' | 'other-submission';
};

/**
 * Claims of a receipt that is one: signed with ES256 by a known key, of the right type, and for exactly these bytes.
 * `unknown-key` may mean that the server has a new key: fetch its keys once and try again.
 */
export async function verifyReceipt(
  jws: string,
  {
    keys,
    expected,
  }: {
    readonly keys: readonly ReceiptKey[];
    readonly expected: { readonly id: string; readonly sha256: string };
  },
): Promise<Result<ReceiptClaims, ReceiptProblem>> {
  let keyKnown = true;
  const keyFor = (kid: string | undefined) => {
    const key = keys.find((candidate) => candidate.kid === kid);
    keyKnown = key !== undefined;
    if (!key) throw new Error('unknown key');
    return importedKey(key.publicKey);
  };
  try {
    const { payload, protectedHeader } = await compactVerify(jws, ({ kid }) => keyFor(kid), {
      algorithms: ['ES256'],
    });
    if (protectedHeader.typ !== RECEIPT_TYPE) return err({ type: 'receipt-not-verified', why: 'claims' });
    return checkClaims(JSON.parse(utf8Text(payload)), expected);
  } catch {
    return err({ type: 'receipt-not-verified', why: keyKnown ? 'signature' : 'unknown-key' });
  }
}

/** By its point. A server has one key for years, a device sees a handful of them. */
const imported = new Map<string, Promise<CryptoKey>>();

function importedKey({ kty, crv, x, y }: PublicJwk): Promise<CryptoKey> {
  const point = `${x}.${y}`;
  const known = imported.get(point);
  if (known) return known;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const made = crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify']);
  imported.set(point, made);
  made.catch(() => imported.delete(point));
  return made;
}

function checkClaims(
  value: unknown,
  expected: { readonly id: string; readonly sha256: string },
): Result<ReceiptClaims, ReceiptProblem> {
  const claims = parseContract(receiptClaimsSchema, value);
  if (!claims.ok) return err({ type: 'receipt-not-verified', why: 'claims' });
  const { id, sha256 } = claims.value;
  if (id !== expected.id || sha256 !== expected.sha256)
    return err({ type: 'receipt-not-verified', why: 'other-submission' });
  return ok(claims.value);
}
