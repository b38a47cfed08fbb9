import { createHash } from 'node:crypto';
import type { WireSubmission } from '../../../contract/wire';
import { canonicalHeader } from '../../../crypto/canonical-header';

const ZERO = new Uint8Array(1);

/** `submissionHash`, without waiting for the event loop; for a submission that the contract has read. */
export function quickHash(submission: WireSubmission): string {
  return createHash('sha256')
    .update(canonicalHeader(submission))
    .update(ZERO)
    .update(submission.sealed.enc, 'base64url')
    .update(submission.sealed.ct, 'base64url')
    .digest('hex');
}
