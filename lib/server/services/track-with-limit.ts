import { createHash } from 'node:crypto';
import { toAsciiDigits } from '../../bangla/digits';
import { parseTrackingCode } from '../../contract/tracking-code';
import type { TrackResponse } from '../../contract/wire';
import { err, ok, type Result } from '../../shared/result';
import { appendAudit } from '../audit/append-audit';
import { type Limited, rateLimit } from '../auth/rate-limiter';
import type { ServerContext } from '../server-context';
import { trackSubmission } from './track-submission';

/**
 * Wrong answers per code. Ten in a quarter of an hour leave a guesser of the six digits with three years for an even
 * chance. Counted by code, because an address can be invented; the same for codes nobody has.
 */
const wrongAnswers = rateLimit({ name: 'track', points: 10, seconds: 15 * 60 });

/** Where an application stands, for at most ten wrong guesses. */
export async function trackWithLimit(
  { db, keys }: ServerContext,
  { code, check }: { readonly code: string; readonly check: string },
): Promise<Result<TrackResponse, Limited>> {
  const parsed = parseTrackingCode(code);
  if (!parsed.ok) return ok({ status: 'unknown', steps: [] });
  const key = createHash('sha256').update(parsed.value.code).digest('base64url');
  // Counted before it is compared: of a thousand guesses at once no more than ten are.
  const allowed = await wrongAnswers.consume(key);
  if (!allowed.ok) return err(allowed.problem);
  const digits = toAsciiDigits(check).replace(/[\s-]/g, '');
  const { response, caseId } = await trackSubmission(db, parsed.value.code, (of, hmac) =>
    keys.isCheck(of, digits, hmac),
  );
  if (caseId !== null) {
    await wrongAnswers.giveBack(key);
    await appendAudit(db, key, [
      { person: null, role: 'citizen', deviceId: null, action: 'case.tracked', cases: [caseId] },
    ]);
  }
  return ok(response);
}
