import { toAsciiDigits } from '@/lib/bangla/digits';
import { parseTrackingCode } from '@/lib/contract/tracking-code';
import { err, ok, type Result } from '@/lib/shared/result';

export interface TrackingInput {
  readonly code: string;
  readonly check: string;
}

export type TrackingCodeSlip =
  | { readonly type: 'code-missing' }
  | { readonly type: 'code-shape' }
  | { readonly type: 'code-check' };

export type TrackingInputProblem = TrackingCodeSlip | { readonly type: 'check-shape' };

/** What a person typed, as the server takes it. A slip of the finger is found here, without a line. */
export function readTrackingInput(typed: TrackingInput): Result<TrackingInput, TrackingInputProblem> {
  const code = readCode(typed.code);
  if (!code.ok) return code;
  const check = toAsciiDigits(typed.check).replace(/[\s-]/g, '');
  return /^\d{6}$/.test(check) ? ok({ code: code.value, check }) : err({ type: 'check-shape' });
}

/** The code of a slip as a person typed it, in the form that travels. */
export function readCode(typed: string): Result<string, TrackingCodeSlip> {
  if (typed.trim() === '') return err({ type: 'code-missing' });
  const code = parseTrackingCode(typed);
  if (code.ok) return ok(code.value.code);
  return err({ type: code.problem.type === 'tracking-code-check' ? 'code-check' : 'code-shape' });
}
