import { healthResponseSchema } from '../contract/service-schema';
import type { HealthResponse } from '../contract/wire';
import type { Result } from '../shared/result';
import { ok } from '../shared/result';
import { callJson } from './call-json';
import type { Line } from './exchange';
import type { Trouble } from './trouble';

/**
 * Whether our server answers. Waits less long than other calls: a person looks at the answer. It is no news by itself: who asks weighs the status in it.
 */
export async function fetchHealth(line: Line): Promise<Result<HealthResponse, Trouble>> {
  const { onNews: _, ...silent } = line;
  const patient = { ...silent, idleMs: line.idleMs ?? 12_000 };
  const answer = await callJson(patient, { method: 'GET', path: '/api/v1/health' }, healthResponseSchema);
  return answer.ok ? ok(answer.value.value) : answer;
}
