import { compactSubmissions } from '../contract/compact-submissions';
import { syncResponseSchema } from '../contract/sync-schema';
import { PROTOCOL, type SyncResponse } from '../contract/wire';
import type { SendProblem, SyncSender } from '../outbox/ports';
import { err, ok, type Result } from '../shared/result';
import { callJson } from './call-json';
import type { Line } from './exchange';
import { jsonBody } from './json-body';
import type { Trouble } from './trouble';

/** What every server since the first one understands. */
const OLDEST = 1;

/**
 * Sends over `POST /api/v1/sync`. Works in a window and in the service worker. A server that does not know the compact
 * form gets the old one from then on, for as long as this page or worker lives.
 */
export function createHttpSyncSender(line: Line): SyncSender {
  let isOldServer = false;

  async function post(request: object): Promise<Result<SyncResponse, Trouble>> {
    const { body, headers } = await jsonBody(request);
    const call = { method: 'POST', path: '/api/v1/sync', body, headers } as const;
    const answer = await callJson(line, call, syncResponseSchema);
    return answer.ok ? ok(answer.value.value as SyncResponse) : answer;
  }

  return {
    async send(request) {
      const { submissions } = request;
      if (!isOldServer) {
        const compact = { ...request, protocol: PROTOCOL, submissions: compactSubmissions(submissions) };
        const answer = await post(compact);
        if (answer.ok) return answer;
        isOldServer = isTooNew(answer.problem);
        if (!isOldServer) return err(sendProblemOf(answer.problem));
      }
      const answer = await post({ ...request, protocol: OLDEST });
      return answer.ok ? answer : err(sendProblemOf(answer.problem));
    },
  };
}

const isTooNew = (trouble: Trouble): boolean =>
  trouble.type === 'problem' && trouble.problem?.code === 'unsupported-protocol';

/**
 * | answer | what the queue does |
 * |---|---|
 * | 401, or the device was revoked | waits for a person to sign in |
 * | 429, 503, 507 | waits as asked: busy |
 * | other 5xx | waits: the server is wrong, not the work |
 * | other 4xx with a problem document | refused: `lib/outbox/refusal.ts` decides what that means |
 */
export function sendProblemOf(trouble: Trouble): SendProblem {
  if (trouble.type === 'not-modified') return { type: 'wait', reason: 'not-our-server' };
  if (trouble.type !== 'problem') return { type: 'wait', reason: trouble.type };
  const { status, problem, retryAfterMs } = trouble;
  const after = retryAfterMs === null ? {} : { retryAfterMs };
  if (status === 401 || problem?.code === 'device-revoked')
    return { type: 'wait', reason: 'session-needed', ...after };
  if (status === 429 || status === 503 || status === 507)
    return { type: 'wait', reason: problem?.code === 'internal' ? 'server-error' : 'server-busy', ...after };
  if (status < 500 && problem !== null) return { type: 'refused', problem };
  return { type: 'wait', reason: 'server-error', ...after };
}
