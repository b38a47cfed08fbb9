import { PROBLEMS, type ProblemCode, type RetryAdvice } from './problem';

/** Whether a string is one of the closed list of codes. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

/**
 * What a client does with a code. A code this build does not know comes from a newer server: it waits, because
 * giving up on work that an update would send is the worse mistake.
 */
export function adviceFor(code: string): RetryAdvice {
  return isProblemCode(code) ? PROBLEMS[code].retry : 'later';
}

/** HTTP status that goes with a code. */
export function statusFor(code: ProblemCode): number {
  return PROBLEMS[code].status;
}
