import { syncResponseSchema } from '../contract/sync-schema';
import type { SendProblem, SyncSender } from '../outbox/ports';
import { err, ok } from '../shared/result';
import { callJson } from './call-json';
import type { Line } from './exchange';
import { jsonBody } from './json-body';
import type { Trouble } from './trouble';

/** Sends over `POST /api/v1/sync`. Works in a window and in the service worker. */
export function createHttpSyncSender(line: Line): SyncSender {
  return {
    async send(request) {
      const { body, headers } = await jsonBody(request);
      const call = { method: 'POST', path: '/api/v1/sync', body, headers } as const;
      const answer = await callJson(line, call, syncResponseSchema);
      return answer.ok ? ok(answer.value.value) : err(sendProblemOf(answer.problem));
    },
  };
}

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
