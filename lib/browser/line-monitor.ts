import type { HealthResponse } from '../contract/wire';
import type { FlushReport } from '../outbox/runner-deps';
import type { Trouble } from '../remote/trouble';
import type { Result } from '../shared/result';
import type { LineState } from './api';

/** What an answer to "are you there" says of the line. */
export function lineOfHealth(answer: Result<HealthResponse, Trouble>): LineState {
  if (answer.ok) return answer.value.status === 'ok' ? 'online' : 'server-down';
  return answer.problem.type === 'problem' ? 'server-down' : 'offline';
}

/** What a flush says of the line; null when it asked nothing. */
export function lineOfFlush({ exchanges, reason, catalogueVersion }: FlushReport): LineState | null {
  if (exchanges === 0) return null;
  if (reason === 'no-line' || reason === 'not-our-server') return 'offline';
  if (reason === 'server-error' || reason === 'server-busy')
    return catalogueVersion === null ? 'server-down' : 'online';
  return 'online';
}
