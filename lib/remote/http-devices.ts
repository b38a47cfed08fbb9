import { enrolResponseSchema } from '../contract/device-schema';
import type { EnrolRequest, EnrolResponse } from '../contract/wire';
import { ok, type Result } from '../shared/result';
import { callJson } from './call-json';
import type { Line } from './exchange';
import { jsonBody } from './json-body';
import type { Trouble } from './trouble';

/** Enrols this device; the answer also sets its HttpOnly cookie. */
export async function postDevice(line: Line, request: EnrolRequest): Promise<Result<EnrolResponse, Trouble>> {
  const { body, headers } = await jsonBody(request);
  const call = { method: 'POST', path: '/api/v1/devices', body, headers } as const;
  const answer = await callJson(line, call, enrolResponseSchema, [200, 201]);
  return answer.ok ? ok(answer.value.value) : answer;
}
