import type { WireSubmission } from '../contract/wire';
import { fromBase64url } from '../crypto/base64url';
import { canonicalHeader } from '../crypto/canonical-header';

/** Whether the bytes of a submission are all there, so that a failed hash is somebody else's fault. */
export function isReadable(submission: WireSubmission): boolean {
  try {
    canonicalHeader(submission);
    return fromBase64url(submission.sealed.enc).ok && fromBase64url(submission.sealed.ct).ok;
  } catch {
    return false;
  }
}
