import type { HealthResponse } from '../contract/wire';
import type { Trouble } from '../remote/trouble';
import type { Result } from '../shared/result';
import type { LineState } from './api';

/** What an answer to "are you there" says of the line. */
export function lineOfHealth(answer: Result<HealthResponse, Trouble>): LineState {
  if (answer.ok) return answer.value.status === 'ok' ? 'online' : 'server-down';
  return answer.problem.type === 'problem' ? 'server-down' : 'offline';
}
