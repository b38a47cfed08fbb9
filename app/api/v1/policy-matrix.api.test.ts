import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TICKET_HEADER } from '@/lib/contract/relay-schema';
import { addCentre } from '@/lib/server/db/add-centre';
import { DEMO_CENTRE } from '@/lib/server/db/demo-people';
import { users } from '@/lib/server/db/schema/auth';
import { devices } from '@/lib/server/db/schema/devices';
import { staff } from '@/lib/server/db/schema/staff';
import { POLICY, type RoutePath, type Rule, type RuledMethod } from '@/lib/server/policy/policy-table';
import { STAFF_ROLES } from '@/lib/server/policy/roles';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { type Made, makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre, atDesk, onOwnPhone } from '@/lib/server/testing/people';
import { SUBJECTS, type Subject } from '@/lib/server/testing/policy-subjects';
import { verdictOf } from '@/lib/server/testing/policy-verdict';
import { sendFile } from '@/lib/server/testing/send-file';
import { TestClient } from '@/lib/server/testing/test-client';

/*
 * Every route × method × role × relation to the object, asked of the real handlers with a real PostgreSQL. What is expected is made from
 * the policy table: a route, a role or a subject that is added gets its cells by itself.
 */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const ROUTES = Object.keys(POLICY) as RoutePath[];
const ELSEWHERE = { id: 'elsewhere', upazilaId: 'z1', districtId: 'd1' };

let server: TestServer;
let centre: TestClient;
let filed: Made;
let waiting: Made;
let revoked: string;
let phone: string;
let session: ReadonlyMap<string, string>;
let userId: string;
const tickets: Partial<Record<NonNullable<Subject['ticket']>, string>> = {};

beforeAll(async () => {
  server = await createTestServer();
  await addCentre(server.db, { ...DEMO_CENTRE, ...ELSEWHERE });
  centre = await atCentre(server.origin);
  filed = await makeSubmission(server, centre);
  waiting = await makeSubmission(server, centre);
  await centre.sync([filed.submission, waiting.submission]);
  await sendFile(centre, filed, fileOf(filed));
  const gone = await atCentre(server.origin);
  tickets['of-the-centre'] = await ticketOf(centre);
  tickets['of-a-revoked'] = await ticketOf(gone);
  await server.db.update(devices).set({ revokedAt: new Date() }).where(eq(devices.code, gone.deviceCode));
  revoked = gone.cookies.get('setu-device') ?? '';
  phone = (await onOwnPhone(server.origin)).cookies.get('setu-device') ?? '';
  const person = await atDesk(server.origin, 'admin');
  session = person.cookies;
  const [row] = await server.db.select({ id: users.id }).from(users).where(eq(users.username, 'admin'));
  userId = row?.id ?? '';
});
afterAll(() => server.close());

const fileOf = ({ submission }: Made) => submission.attachments[0]?.id ?? '';
const ticketOf = async (client: TestClient) =>
  (await client.send<{ ticket: string }>('GET', '/api/v1/ticket')).body.ticket;

/** One and the same session is each person in turn: rights are read anew with every request. */
async function become({ person }: Subject): Promise<void> {
  if (!person) return;
  const { role, centre: at, agency, place } = person;
  await server.db
    .update(staff)
    .set({
      role,
      centreId: at === undefined ? null : at === 'this' ? DEMO_CENTRE.id : ELSEWHERE.id,
      agencies: agency === undefined ? [] : [agency === 'this' ? 'orgbdr' : 'minland'],
      upazilas:
        place === undefined || place === 'this-district'
          ? []
          : [place === 'another' ? 'z1' : DEMO_CENTRE.upazilaId],
      districts: place === 'this-district' ? [DEMO_CENTRE.districtId] : [],
      disabledAt: person.suspended ? new Date() : null,
    })
    .where(eq(staff.userId, userId));
}

function clientOf(subject: Subject): TestClient {
  const client = new TestClient(server.origin);
  if (subject.person) for (const [name, value] of session) client.cookies.set(name, value);
  const device = { 'of-the-centre': centre.cookies.get('setu-device') ?? '', 'own-phone': phone, revoked };
  if (subject.device) client.cookies.set('setu-device', device[subject.device]);
  return client;
}

interface Sample {
  readonly path: string;
  readonly ok: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const tus = { 'tus-resumable': '1.0.0' };
const creation = () => {
  const [file] = waiting.submission.attachments;
  const metadata = {
    submissionId: waiting.submission.id,
    attachmentId: file?.id ?? '',
    sha256: file?.sha256 ?? '',
  };
  const pairs = Object.entries(metadata).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
  );
  return { ...tus, 'upload-length': String(file?.bytes), 'upload-metadata': pairs.join(',') };
};
const uploadPath = () => `/api/v1/attachments/${waiting.submission.id}_${fileOf(waiting)}`;
const empty = { protocol: 1, submissions: [] };
const casePath = () => `/api/v1/desk/cases/${filed.submission.id}`;

/** For each line of the policy table a request that works, about the object, and how it is answered when it is allowed. */
const SAMPLES: { readonly [P in RoutePath]: Readonly<Record<keyof (typeof POLICY)[P], () => Sample>> } = {
  '/api/v1/health': { GET: () => ({ path: '/api/v1/health', ok: 200 }) },
  '/api/v1/server-keys': { GET: () => ({ path: '/api/v1/server-keys', ok: 200 }) },
  '/api/v1/catalogue': { GET: () => ({ path: '/api/v1/catalogue', ok: 200 }) },
  '/api/v1/catalogue/forms': { GET: () => ({ path: '/api/v1/catalogue/forms?part=0', ok: 200 }) },
  '/api/v1/catalogue/list': { GET: () => ({ path: '/api/v1/catalogue/list', ok: 200 }) },
  '/api/v1/openapi.json': { GET: () => ({ path: '/api/v1/openapi.json', ok: 200 }) },
  '/api/v1/track': { GET: () => ({ path: '/api/v1/track?code=x&check=1', ok: 200 }) },
  '/api/auth/[...all]': {
    GET: () => ({ path: '/api/auth/get-session', ok: 200 }),
    // Never the same twice: tries are counted by name.
    POST: () => ({ path: '/api/auth/sign-in/username', ok: 400, json: { username: Math.random() } }),
  },
  '/api/[...rest]': {
    GET: () => ({ path: '/api/v1/nothing', ok: 404 }),
    POST: () => ({ path: '/api/v1/nothing', ok: 404, json: {} }),
    PUT: () => ({ path: '/api/v1/nothing', ok: 404, json: {} }),
    PATCH: () => ({ path: '/api/v1/nothing', ok: 404, json: {} }),
    DELETE: () => ({ path: '/api/v1/nothing', ok: 404 }),
    OPTIONS: () => ({ path: '/api/v1/nothing', ok: 404 }),
  },
  '/api/v1/me': { GET: () => ({ path: '/api/v1/me', ok: 200 }) },
  '/api/v1/devices': {
    POST: () => ({ path: '/api/v1/devices', ok: 201, json: { kind: 'centre', name: 'PC' } }),
  },
  '/api/v1/sync': {
    POST: () => ({ path: '/api/v1/sync', ok: 200, json: { ...empty, cursor: 0, catalogueVersion: 0 } }),
  },
  '/api/v1/ticket': { GET: () => ({ path: '/api/v1/ticket', ok: 200 }) },
  '/api/v1/never-arrived': {
    GET: () => ({ path: '/api/v1/never-arrived', ok: 200 }),
    POST: () => ({
      path: '/api/v1/never-arrived',
      ok: 200,
      json: { trackingCodes: [waiting.submission.trackingCode], decision: 'not-needed' },
    }),
  },
  '/api/v1/relay': { POST: () => ({ path: '/api/v1/relay', ok: 200, json: empty }) },
  '/api/v1/attachments/[[...path]]': {
    HEAD: () => ({ path: uploadPath(), ok: 200, headers: tus }),
    POST: () => ({ path: '/api/v1/attachments', ok: 201, headers: creation() }),
    PATCH: () => ({ path: uploadPath(), ok: 415, headers: tus }),
    DELETE: () => ({ path: uploadPath(), ok: 204, headers: tus }),
  },
  '/api/v1/desk/cases': { GET: () => ({ path: '/api/v1/desk/cases', ok: 200 }) },
  '/api/v1/desk/cases/[id]': { GET: () => ({ path: casePath(), ok: 200 }) },
  // Without If-Match: whoever may decide is asked for it, and nothing is decided.
  '/api/v1/desk/cases/[id]/decision': {
    POST: () => ({ path: `${casePath()}/decision`, ok: 428, json: { action: 'accept' } }),
  },
  '/api/v1/desk/cases/[id]/attachments/[attachmentId]': {
    GET: () => ({ path: `${casePath()}/attachments/${fileOf(filed)}`, ok: 200 }),
  },
  '/api/v1/desk/cases/[id]/audit': { GET: () => ({ path: `${casePath()}/audit`, ok: 200 }) },
  '/api/v1/desk/attachments/[id]': {
    GET: () => ({ path: `/api/v1/desk/attachments/${fileOf(filed)}`, ok: 200 }),
  },
};

/** A list is nobody's; it has what is within reach, which may be nothing. And the file of the centre is not a phone's. */
function expected(route: RoutePath, rule: Rule, subject: Subject, ok: number): number {
  const verdict = verdictOf(rule, subject);
  if (route === '/api/v1/desk/cases' && verdict === 404) return ok;
  if (route.startsWith('/api/v1/attachments') && subject.device === 'own-phone') return 404;
  return verdict === 'allowed' ? ok : verdict;
}

let cells = 0;

/** One behind the other, each as the person it is, and with an upload that was begun where that is the object. */
async function inTurn(
  route: RoutePath,
  ask: (subject: Subject) => Promise<number>,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (const subject of SUBJECTS) {
    await become(subject);
    if (route.startsWith('/api/v1/attachments'))
      await centre.send('POST', '/api/v1/attachments', { headers: creation() });
    found.push(await ask(subject));
  }
  return found;
}

describe.each(ROUTES)('%s', (route) => {
  const rules: Partial<Record<RuledMethod, Rule>> = POLICY[route];
  const samples = SAMPLES[route] as Partial<Record<RuledMethod, () => Sample>>;
  const [anySample] = Object.values(samples);

  it.each(METHODS)('%s is answered to each as the policy table says', async (method) => {
    const rule = rules[method] ?? (method === 'HEAD' ? rules.GET : undefined);
    const sample = samples[method] ?? (method === 'HEAD' ? samples.GET : undefined) ?? anySample;
    const wanted: Record<string, number> = {};
    const ask = async (subject: Subject): Promise<number> => {
      const { path: url, ok, json, headers } = sample?.() ?? { path: '', ok: 0 };
      const ticket = subject.ticket && tickets[subject.ticket];
      wanted[subject.name] = rule ? expected(route, rule, subject, ok) : method === 'OPTIONS' ? 204 : 405;
      cells += 1;
      const said = await clientOf(subject).send(method, url, {
        ...(json !== undefined && method !== 'GET' && method !== 'HEAD' ? { json } : {}),
        headers: { ...headers, ...(ticket ? { [TICKET_HEADER]: ticket } : {}) },
      });
      return said.status;
    };
    const found =
      rule && rule.by !== 'nobody-asked' ? await inTurn(route, ask) : await Promise.all(SUBJECTS.map(ask));
    expect(Object.fromEntries(SUBJECTS.map(({ name }, place) => [name, found[place]]))).toEqual(wanted);
  });
});

describe('the policy table', () => {
  it('was asked about in every cell', () => {
    expect(cells).toBe(ROUTES.length * METHODS.length * SUBJECTS.length);
  });

  it('knows every role, and the matrix tries every one', () => {
    expect(new Set(SUBJECTS.flatMap(({ person }) => person?.role ?? []))).toEqual(new Set(STAFF_ROLES));
  });

  it('has one line for every route of app/api, and every route asks for its own', () => {
    const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' }).filter(
      (file) => path.basename(file) === 'route.ts',
    );
    const asked = files.map((file) => {
      const route = `/api/${path.dirname(file).split(path.sep).join('/')}`;
      expect(readFileSync(path.join('app/api', file), 'utf8').replace(/\s/g, ''), file).toContain(
        `defineRoute('${route}'`,
      );
      return route;
    });
    expect(asked.sort()).toEqual(ROUTES.toSorted());
  });

  it('lists to each desk only what is within its reach', async () => {
    for (const subject of SUBJECTS) {
      const verdict = verdictOf(POLICY['/api/v1/desk/cases'].GET, subject);
      if (verdict === 401 || verdict === 403) continue;
      await become(subject);
      const { body } = await clientOf(subject).send<{ cases: { id: string }[] }>('GET', '/api/v1/desk/cases');
      const ids = body.cases.map(({ id }) => id);
      expect([subject.name, ids.includes(filed.submission.id)]).toEqual([
        subject.name,
        verdict === 'allowed',
      ]);
    }
  });

  it('is met again in the audit trail: whoever was refused something is named', async () => {
    const { readAudit } = await import('@/lib/server/testing/read-audit');
    const denied = (await readAudit(server)).filter(({ action }) => action === 'denied');
    expect(new Set(denied.map(({ role }) => role))).toEqual(
      new Set(STAFF_ROLES.filter((role) => role !== 'administrator')),
    );
    expect(denied.every(({ outcome, person }) => outcome === 'refused' && person === userId)).toBe(true);
  });
});
