import { trackResponseSchema } from '../contract/case-schema';
import type { TrackResponse } from '../contract/wire';
import { ok, type Result } from '../shared/result';
import { callJson } from './call-json';
import type { Line } from './exchange';
import type { Trouble } from './trouble';

/** Where an application stands. Code and check name it; nothing personal is in the address. */
export async function fetchTrack(
  line: Line,
  code: string,
  check: string,
): Promise<Result<TrackResponse, Trouble>> {
  const path = `/api/v1/track?${new URLSearchParams({ code, check })}`;
  const answer = await callJson(line, { method: 'GET', path }, trackResponseSchema);
  return answer.ok ? ok(answer.value.value) : answer;
}
