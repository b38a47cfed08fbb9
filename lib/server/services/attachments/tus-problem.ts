import type { ProblemCode } from '../../../contract/problem';
import { problemResponse } from '../../http/problem-response';

/** tus has statuses of its own; the code says what to do about them. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-request',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'not-found',
  412: 'unsupported-protocol',
  413: 'too-large',
  415: 'unsupported-media',
  423: 'in-flight',
};

/** A refusal by code, or by the status the tus library chose. Its 5xx become `internal`, which is a 503. */
export function tusProblem(reason: ProblemCode | number, traceId: string): Response {
  if (typeof reason === 'string') return problemResponse(reason, { traceId });
  const code = BY_STATUS[reason];
  return code
    ? problemResponse(code, { traceId, status: reason })
    : problemResponse(reason >= 500 ? 'internal' : 'malformed-request', { traceId });
}
