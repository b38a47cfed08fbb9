import { sql } from 'drizzle-orm';
import type { ProblemCode } from '../../contract/problem';
import { appendAudit } from '../audit/append-audit';
import type { RouteCall } from '../http/define-route';
import { fail } from '../http/fail';
import { readJsonBody } from '../http/read-json-body';
import type { ServerContext } from '../server-context';
import { isStorable } from '../services/intake/storable';
import { auditSignIn, whoEnds } from './audit-auth';
import { countTry, forgetFailures, uncountTry } from './sign-in-limit';

/** What of better-auth is reachable. Everything else it can do is not part of this app. */
const OPEN = new Set([
  'POST /sign-in/username',
  'POST /sign-in/email',
  'POST /sign-out',
  'POST /change-password',
  'GET /get-session',
  'GET /list-sessions',
  'POST /revoke-session',
  'POST /revoke-other-sessions',
]);
const BASE = '/api/auth';
const MOST_BYTES = 16 * 1024;

/** Sign-in and sessions: better-auth behind a short list, a limit on wrong passwords and our own body reader. */
export async function answerAuth(context: ServerContext, { request, traceId }: RouteCall): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.slice(BASE.length);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (!OPEN.has(`${method} ${path}`)) return fail({ type: 'not-found' }, traceId);
  if (method === 'GET')
    return asOurs(await context.auth.handler(rebuilt(request, url, null)), context, traceId);
  const body = await readJsonBody(request, MOST_BYTES);
  if (!body.ok) return fail(body.problem, traceId);
  // Looked up in the database, which would throw.
  if (!isStorable(body.value)) return fail({ type: 'validation-failed' }, traceId);
  const name = path.startsWith('/sign-in/') ? nameIn(body.value) : null;
  const limit = name === null ? null : await countTry(name);
  if (limit?.ok === false) return fail(limit.problem, traceId);
  const ending = await whoEnds(context, request, path);
  const answer = await context.auth.handler(rebuilt(request, url, JSON.stringify(body.value)));
  if (name !== null && (answer.ok || answer.status === 401))
    await auditSignIn(context, request, { name, isIn: answer.ok });
  if (ending && answer.ok)
    await appendAudit(context.db, ending.who.person ?? '', [{ ...ending.who, action: ending.action }]);
  if (name !== null && answer.ok) await forgetFailures(name);
  else if (name !== null && answer.status !== 401) await uncountTry(name);
  return asOurs(answer, context, traceId);
}

function nameIn(body: unknown): string {
  const { username, email } = (body ?? {}) as { username?: unknown; email?: unknown };
  return String(username ?? email ?? '')
    .trim()
    .toLowerCase()
    .slice(0, 200);
}

/** The same request with a plain JSON body: it may have come compressed. */
function rebuilt(request: Request, url: URL, body: string | null): Request {
  const headers = new Headers(request.headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'x-forwarded-host'])
    headers.delete(name);
  return new Request(
    url,
    body === null ? { method: 'GET', headers } : { method: request.method, headers, body },
  );
}

async function asOurs(answer: Response, context: ServerContext, traceId: string): Promise<Response> {
  if (answer.status >= 500) {
    // The library hides what failed; a database that is away throws here and is told as such.
    await context.db.execute(sql`SELECT 1`);
    return fail({ type: 'internal' }, traceId);
  }
  if (answer.status >= 400) return refusal(answer, traceId);
  const headers = new Headers(answer.headers);
  headers.set('cache-control', 'no-store');
  headers.set('x-content-type-options', 'nosniff');
  return new Response(answer.body, { status: answer.status, headers });
}

const CODES: Readonly<Record<number, ProblemCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  422: 'validation-failed',
};

/** The library's refusal in the words of this API. Cookies it takes away stay taken away. */
async function refusal(answer: Response, traceId: string): Promise<Response> {
  await answer.body?.cancel();
  const problem = fail({ type: CODES[answer.status] ?? 'malformed-request' }, traceId);
  for (const cookie of answer.headers.getSetCookie()) problem.headers.append('set-cookie', cookie);
  return problem;
}
