import type { WireSubmission } from '../contract/wire';
import { utf8Text } from '../crypto/bytes';
import { canonicalHeader } from '../crypto/canonical-header';

/**
 * Whether two submissions are the same bytes, whatever order their keys are in. A copy whose seal was let go is
 * compared by its header only; the header names the id, and an id is never sealed twice.
 */
export function isSameSubmission(a: WireSubmission, b: WireSubmission): boolean {
  const released = a.sealed.ct === '' || b.sealed.ct === '';
  const sameSeal = released || (a.sealed.enc === b.sealed.enc && a.sealed.ct === b.sealed.ct);
  return sameSeal && utf8Text(canonicalHeader(a)) === utf8Text(canonicalHeader(b));
}
