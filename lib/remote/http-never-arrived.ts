import { neverArrivedSchema } from '../contract/never-arrived-schema';
import type { NeverArrived, SettleRequest } from '../contract/wire';
import { ok, type Result } from '../shared/result';
import { callJson } from './call-json';
import type { Line } from './exchange';
import { jsonBody } from './json-body';
import type { Trouble } from './trouble';

const PATH = '/api/v1/never-arrived';

/** What devices of this one's centre announced and the server never got. */
export async function fetchNeverArrived(line: Line): Promise<Result<NeverArrived, Trouble>> {
  const answer = await callJson(line, { method: 'GET', path: PATH }, neverArrivedSchema);
  return answer.ok ? ok(answer.value.value as NeverArrived) : answer;
}

/** Tells a person's decision about some of it; the answer is what is left. */
export async function postSettled(
  line: Line,
  request: SettleRequest,
): Promise<Result<NeverArrived, Trouble>> {
  const { body, headers } = await jsonBody(request);
  const call = { method: 'POST', path: PATH, body, headers } as const;
  const answer = await callJson(line, call, neverArrivedSchema);
  return answer.ok ? ok(answer.value.value as NeverArrived) : answer;
}
