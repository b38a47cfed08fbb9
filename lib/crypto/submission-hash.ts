import type { WireSubmission } from '../contract/wire';
import { assert } from '../shared/assert';
import { fromBase64url } from './base64url';
import { joinBytes } from './bytes';
import { canonicalHeader } from './canonical-header';
import { sha256Hex } from './hex';

/**
 * What a receipt is a receipt for: SHA-256 (hex) over canonical header, one zero byte, encapsulated key, ciphertext.
 * Two submissions are the same exactly when their hashes are.
 */
export async function submissionHash(submission: WireSubmission): Promise<string> {
  const enc = fromBase64url(submission.sealed.enc);
  const ct = fromBase64url(submission.sealed.ct);
  assert(enc.ok && ct.ok, 'a seal was read by the contract before it is hashed');
  return sha256Hex(joinBytes(canonicalHeader(submission), new Uint8Array(1), enc.value, ct.value));
}
