import * as z from 'zod/mini';
import { meSchema } from '../contract/device-schema';
import type { Me } from '../contract/wire';
import { err, ok, type Result } from '../shared/result';
import { callJson, jsonOf } from './call-json';
import { exchange, type Line } from './exchange';
import { jsonBody } from './json-body';
import { retryAfterMs } from './retry-after';
import type { Trouble } from './trouble';

export type SignInTrouble =
  | { readonly type: 'wrong-password' }
  | { readonly type: 'rate-limited'; readonly retryAfterMs: number }
  | { readonly type: 'unavailable' }
  | { readonly type: 'no-line' };

/** Long enough to be tried again by hand, when the server names no time. Milliseconds. */
const DEFAULT_PAUSE = 60_000;

/** What our server says of a session; a portal that answers everything with 200 does not. */
const opened = z.object({ user: z.object({ id: z.string() }) });
const ended = z.object({ success: z.literal(true) });

/** Opens a session: user name, or e-mail address when there is an @. The cookie is HttpOnly; nothing comes back here. */
export async function postSignIn(
  line: Line,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<Result<void, SignInTrouble>> {
  const name = username.trim();
  const isEmail = name.includes('@');
  const { body, headers } = await jsonBody({
    [isEmail ? 'email' : 'username']: name,
    password,
    rememberMe: true,
  });
  const path = `/api/auth/sign-in/${isEmail ? 'email' : 'username'}`;
  const answer = await exchange(line, { method: 'POST', path, body, headers });
  if (!answer.ok)
    return err(answer.problem.type === 'no-line' ? { type: 'no-line' } : { type: 'unavailable' });
  const { status, headers: said } = answer.value;
  if (status === 200)
    return jsonOf(answer.value, opened) === null ? err({ type: 'unavailable' }) : ok(undefined);
  if (status === 429) {
    const pause = said.get('retry-after') ?? said.get('x-retry-after');
    return err({ type: 'rate-limited', retryAfterMs: retryAfterMs(pause, line.now()) ?? DEFAULT_PAUSE });
  }
  return err({ type: status >= 400 && status < 500 && status !== 404 ? 'wrong-password' : 'unavailable' });
}

/** Ends the session on the server; whether it is ended. One that had ended before is fine. */
export async function postSignOut(line: Line): Promise<boolean> {
  const answer = await exchange(line, {
    method: 'POST',
    path: '/api/auth/sign-out',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  if (!answer.ok) return false;
  return answer.value.status === 401 || (answer.value.status === 200 && jsonOf(answer.value, ended) !== null);
}

/** Who the server says is signed in. */
export async function fetchMe(line: Line): Promise<Result<Me, Trouble>> {
  const answer = await callJson(line, { method: 'GET', path: '/api/v1/me' }, meSchema);
  return answer.ok ? ok(answer.value.value) : answer;
}
