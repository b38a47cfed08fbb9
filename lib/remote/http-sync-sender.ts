import type * as z from 'zod/mini';
import { createCompactor } from '../contract/compact-submissions';
import { NEWS_ONLY_HEADER } from '../contract/news-only';
import { compactSyncResponseSchema, syncResponseSchema } from '../contract/sync-schema';
import { type CompactSyncResponse, PROTOCOL, type SyncRequest, type SyncResponse } from '../contract/wire';
import { expandAnswer } from '../crypto/expand-answer';
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
 * form gets the old one from then on, for as long as this page or worker lives. Whatever form an answer had, it is given
 * back as protocol 1 says it, its receipts whole and still to be verified. `breathe` is awaited between pieces of long work.
 */
export function createHttpSyncSender(line: Line, breathe?: () => Promise<void>): SyncSender {
  let isOldServer = false;

  async function post<T>(
    request: object,
    schema: z.ZodMiniType<T>,
    newsOnly: boolean,
  ): Promise<Result<T, Trouble>> {
    const { body, headers: type } = await jsonBody(request);
    const headers = newsOnly ? { ...type, [NEWS_ONLY_HEADER]: '1' } : type;
    const call = { method: 'POST', path: '/api/v1/sync', body, headers } as const;
    const answer = await callJson(line, call, schema);
    return answer.ok ? ok(answer.value.value) : answer;
  }

  async function postCompact(
    request: SyncRequest,
    newsOnly: boolean,
  ): Promise<Result<SyncResponse, Trouble>> {
    const { add, out } = createCompactor();
    for (const submission of request.submissions) {
      await breathe?.();
      add(submission);
    }
    const compact = { ...request, protocol: PROTOCOL, submissions: out };
    const answer = await post(compact, compactSyncResponseSchema, newsOnly);
    if (!answer.ok) return answer;
    const whole = await expandAnswer(answer.value as CompactSyncResponse, request.submissions, breathe);
    if (whole) return ok(whole);
    line.onNews?.('not-our-server');
    return err({ type: 'not-our-server' });
  }

  return {
    async send(request, newsOnly = false) {
      if (!isOldServer) {
        const answer = await postCompact(request, newsOnly);
        if (answer.ok) return answer;
        isOldServer = isTooNew(answer.problem);
        if (!isOldServer) return err(sendProblemOf(answer.problem));
      }
      const answer = await post({ ...request, protocol: OLDEST }, syncResponseSchema, newsOnly);
      return answer.ok ? ok(answer.value as SyncResponse) : err(sendProblemOf(answer.problem));
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
