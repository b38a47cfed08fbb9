import 'server-only';
import { randomBytes } from 'node:crypto';
import type { ProblemCode } from '../../contract/problem';
import { isDatabaseDown, isDiskFull } from '../db/failures';
import { log } from '../log';
import { POLICY, type RoutePath, type Rule } from '../policy/policy-table';
import { ConfigError } from '../server-config';
import { acceptsJson } from './accepts-json';
import { problemResponse } from './problem-response';
import { isAllowedOrigin, isFromElsewhere } from './same-origin';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
export type Method = (typeof METHODS)[number];

export interface RouteCall {
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  readonly traceId: string;
  /** What the policy table says of this method of this route. */
  readonly rule: Rule;
}

export type Handler = (call: RouteCall) => Promise<Response>;
type NextContext = { readonly params: Promise<Record<string, string | string[] | undefined>> };
type NextHandler = (request: Request, context: NextContext) => Promise<Response>;

export interface RouteOptions {
  /** The route answers other things than JSON, so Accept is its own affair. */
  readonly anyMedia?: boolean;
}

/**
 * Route handlers for every method Next knows, one for each line the policy table has for the route: another one, or one too few, does not
 * compile. Every other method is 405 with Allow; a write from another site
 * is 403; whatever is thrown becomes 503 with a trace id, so that no input can get a 500.
 */
export function defineRoute<P extends RoutePath>(
  path: P,
  handlers: Readonly<Record<keyof (typeof POLICY)[P], Handler>>,
  options: RouteOptions = {},
): Record<Method, NextHandler> {
  const rules: Partial<Record<Method, Rule>> = POLICY[path];
  const table: Partial<Record<Method, Handler>> = { ...handlers };
  if (table.GET && !table.HEAD) table.HEAD = withoutBody(table.GET);
  const allow = METHODS.filter((method) => table[method] || method === 'OPTIONS').join(', ');
  table.OPTIONS ??= async () =>
    new Response(null, { status: 204, headers: { allow, 'cache-control': 'no-store' } });
  const one =
    (method: Method): NextHandler =>
    async (request, context) => {
      const traceId = randomBytes(8).toString('hex');
      const handler = table[method];
      const rule =
        rules[method] ??
        (method === 'HEAD' ? rules.GET : undefined) ??
        (method === 'OPTIONS' ? ANYBODY : undefined);
      if (!handler || !rule) return problemResponse('method-not-allowed', { traceId, headers: { allow } });
      if (!isAllowedOrigin(request, process.env.SETU_ORIGIN ?? null))
        return problemResponse('cross-site', { traceId });
      // A link on another page must not make somebody read what is then written down as his reading.
      if (rule.by !== 'nobody-asked' && isFromElsewhere(request))
        return problemResponse('cross-site', { traceId });
      if (!options.anyMedia && !acceptsJson(request.headers.get('accept')))
        return problemResponse('not-acceptable', { traceId });
      try {
        return await handler({ request, params: await plainParams(context), traceId, rule });
      } catch (error) {
        return failed(error, method, request, traceId);
      }
    };
  return Object.fromEntries(METHODS.map((method) => [method, one(method)])) as Record<Method, NextHandler>;
}

/** What a route allows is no secret. */
const ANYBODY: Rule = { by: 'nobody-asked' };

function withoutBody(get: Handler): Handler {
  return async (call) => {
    const answer = await get(call);
    await answer.body?.cancel();
    return new Response(null, { status: answer.status, headers: answer.headers });
  };
}

async function plainParams(context: NextContext | undefined): Promise<Record<string, string>> {
  const params = (await context?.params) ?? {};
  const entries = Object.entries(params).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.join('/') : (value ?? ''),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function failed(error: unknown, method: Method, request: Request, traceId: string): Response {
  const code = codeOf(error);
  // The path may hold an id, never a name; the query may hold a tracking code and stays out.
  const where = { traceId, method, path: new URL(request.url).pathname, err: error };
  if (code === 'internal') log.error(where, 'a request failed by a defect');
  else log.warn(where, 'a request failed for lack of something');
  return problemResponse(code, { traceId });
}

function codeOf(error: unknown): ProblemCode {
  if (isDiskFull(error)) return 'storage-full';
  return error instanceof ConfigError || isDatabaseDown(error) ? 'unavailable' : 'internal';
}
