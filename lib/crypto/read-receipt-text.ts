import { parseContract } from '../contract/parse-contract';
import { receiptClaimsSchema } from '../contract/sync-schema';
import { fromBase64url } from './base64url';
import { utf8Text } from './bytes';
import { type ReceiptParts, receiptText } from './receipt-text';

/** The parts of a receipt of which `receiptText` makes exactly this text again; undefined when there are none. */
export function readReceiptText(jws: string): ReceiptParts | undefined {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const kid = (jsonOf(header) as { readonly kid?: unknown } | null | undefined)?.kid;
  const claims = parseContract(receiptClaimsSchema, jsonOf(payload));
  if (typeof kid !== 'string' || !claims.ok) return undefined;
  const parts = { kid, claims: claims.value, signature };
  return receiptText(parts) === jws ? parts : undefined;
}

function jsonOf(part: string): unknown {
  const bytes = fromBase64url(part);
  try {
    return bytes.ok ? JSON.parse(utf8Text(bytes.value)) : undefined;
  } catch {
    return undefined;
  }
}
