import { healthResponseSchema } from '../contract/service-schema';
import type { HealthResponse } from '../contract/wire';
import type { Result } from '../shared/result';
import { ok } from '../shared/result';
import { callJson } from './call-json';
import type { Line } from './exchange';
import type { Trouble } from './trouble';

/** Whether our server answers. Waits less long than other calls: a person looks at the answer. */
export async function fetchHealth(line: Line): Promise<Result<HealthResponse, Trouble>> {
  const patient = { ...line, idleMs: line.idleMs ?? 12_000 };
  const answer = await callJson(patient, { method: 'GET', path: '/api/v1/health' }, healthResponseSchema);
  return answer.ok ? ok(answer.value.value) : answer;
}
