import type { ProblemCode } from '../../contract/problem';
import type { ItemProblem } from '../../contract/wire';
import { problemResponse } from './problem-response';

/** A problem as services return it, answered. */
export function fail(
  problem: {
    readonly type: ProblemCode;
    readonly errors?: ItemProblem['errors'];
    readonly retryAfterSeconds?: number;
  },
  traceId: string,
): Response {
  const { type, errors, retryAfterSeconds } = problem;
  return problemResponse(type, { traceId, errors, retryAfterSeconds });
}
