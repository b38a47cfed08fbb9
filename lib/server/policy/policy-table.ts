import { CASE_AUDITS, CASES, ONESELF, OWN_CENTRE, type ReachByRole } from './reach';

/**
 * Who may call a method of a route.
 * - `nobody-asked`: anybody; the route has nothing that is anybody's, or its own proof (a password, the digits of a slip).
 * - `session`: 401 without a signed-in person, 403 for a role without a reach, 404 for what is out of its reach.
 * - `device`: 401 without an enrolled device, 403 for a revoked one, 404 for what is not of its stream. With `atCentre` a device of a
 *   centre also needs a signed-in person of that centre whose role reaches it.
 * - `ticket`: as `device`, by the ticket of a device instead of its cookie.
 * - `device-or-ticket`: either; 403 for a ticket where `notWithTicket` stands.
 * - `person-for-centre`: anybody for himself; for a centre a signed-in person of it whose role reaches it.
 */
export type Rule =
  | { readonly by: 'nobody-asked' }
  | { readonly by: 'session'; readonly reach: ReachByRole }
  | { readonly by: 'device'; readonly atCentre?: ReachByRole }
  | { readonly by: 'ticket' }
  | { readonly by: 'device-or-ticket'; readonly notWithTicket?: true }
  | { readonly by: 'person-for-centre'; readonly reach: ReachByRole };

export type RuledMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

const anybody = { by: 'nobody-asked' } as const satisfies Rule;
const device = { by: 'device' } as const satisfies Rule;
const cases = { by: 'session', reach: CASES } as const satisfies Rule;
const upload = { by: 'device-or-ticket' } as const satisfies Rule;

/**
 * The one list of what may be called by whom; whatever is not in it is refused. `defineRoute` takes its rule from here, so a route
 * without a line does not compile. HEAD is as GET unless it has a line. Reaches are the conditions of the queries themselves (`services/desk-scope.ts`).
 */
export const POLICY = {
  '/api/v1/health': { GET: anybody },
  '/api/v1/server-keys': { GET: anybody },
  '/api/v1/catalogue': { GET: anybody },
  '/api/v1/catalogue/forms': { GET: anybody },
  '/api/v1/catalogue/list': { GET: anybody },
  '/api/v1/openapi.json': { GET: anybody },
  '/api/v1/track': { GET: anybody },
  '/api/auth/[...all]': { GET: anybody, POST: anybody },
  '/api/[...rest]': {
    GET: anybody,
    POST: anybody,
    PUT: anybody,
    PATCH: anybody,
    DELETE: anybody,
    OPTIONS: anybody,
  },
  '/api/v1/me': { GET: { by: 'session', reach: ONESELF } },
  '/api/v1/devices': { POST: { by: 'person-for-centre', reach: OWN_CENTRE } },
  '/api/v1/sync': { POST: device },
  '/api/v1/ticket': { GET: device },
  '/api/v1/never-arrived': { GET: device, POST: { by: 'device', atCentre: OWN_CENTRE } },
  '/api/v1/relay': { POST: { by: 'ticket' } },
  '/api/v1/attachments/[[...path]]': {
    HEAD: upload,
    POST: upload,
    PATCH: upload,
    DELETE: { ...upload, notWithTicket: true },
  },
  '/api/v1/desk/cases': { GET: cases },
  '/api/v1/desk/cases/[id]': { GET: cases },
  '/api/v1/desk/cases/[id]/decision': { POST: cases },
  '/api/v1/desk/cases/[id]/attachments/[attachmentId]': { GET: cases },
  '/api/v1/desk/cases/[id]/audit': { GET: { by: 'session', reach: CASE_AUDITS } },
  '/api/v1/desk/attachments/[id]': { GET: cases },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<RuledMethod, Rule>>>>>;

export type RoutePath = keyof typeof POLICY;
