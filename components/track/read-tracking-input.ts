import { toAsciiDigits } from '@/lib/bangla/digits';
import { parseTrackingCode } from '@/lib/contract/tracking-code';
import { err, ok, type Result } from '@/lib/shared/result';

export interface TrackingInput {
  readonly code: string;
  readonly check: string;
}

export type TrackingInputProblem =
  | { readonly type: 'code-missing' }
  | { readonly type: 'code-shape' }
  | { readonly type: 'code-check' }
  | { readonly type: 'check-shape' };

/** What a person typed, as the server takes it. A slip of the finger is found here, without a line. */
export function readTrackingInput(typed: TrackingInput): Result<TrackingInput, TrackingInputProblem> {
  if (typed.code.trim() === '') return err({ type: 'code-missing' });
  const code = parseTrackingCode(typed.code);
  if (!code.ok)
    return err({ type: code.problem.type === 'tracking-code-check' ? 'code-check' : 'code-shape' });
  const check = toAsciiDigits(typed.check).replace(/[\s-]/g, '');
  return /^\d{6}$/.test(check) ? ok({ code: code.value.code, check }) : err({ type: 'check-shape' });
}
