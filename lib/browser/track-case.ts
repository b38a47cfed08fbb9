import type { TrackResponse } from '../contract/wire';
import { fetchTrack } from '../remote/http-track';
import { err, ok, type Result } from '../shared/result';
import type { RemoteProblem } from './api';
import { remoteProblemOf } from './remote-problem';
import { windowLine } from './window-line';

/** Asks the server where an application stands. Sends code and check, nothing personal; an unknown pair is `status: 'unknown'`. */
export async function trackCase(code: string, check: string): Promise<Result<TrackResponse, RemoteProblem>> {
  const answer = await fetchTrack(windowLine, code, check);
  return answer.ok ? ok(answer.value) : err(remoteProblemOf(answer.problem));
}
