import type { Trouble } from '../remote/trouble';
import type { RemoteProblem } from './api';

/** Seconds to wait when the server asks for a pause and names no time. */
const DEFAULT_PAUSE = 60;

/** What a screen says of a call that did not work. */
export function remoteProblemOf(trouble: Trouble): RemoteProblem {
  if (trouble.type === 'no-line') return { type: 'no-line' };
  if (trouble.type !== 'problem') return { type: 'not-our-server' };
  const { status, problem, retryAfterMs } = trouble;
  if (status === 401) return { type: 'session-needed' };
  if (status === 404) return { type: 'not-found' };
  if (status === 412) return { type: 'version-stale' };
  if (status === 429)
    return {
      type: 'rate-limited',
      retryAfterSeconds: retryAfterMs === null ? DEFAULT_PAUSE : Math.ceil(retryAfterMs / 1000),
    };
  return status < 500 && problem !== null ? { type: 'refused', problem } : { type: 'unavailable' };
}
