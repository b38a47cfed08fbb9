import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { ProblemCode } from '@/lib/contract/problem';
import { answered, type Case, type Category, refused } from '../case';
import { CANARY } from '../world/canary';
import { Person } from '../world/person';
import type { World } from '../world/world';

const ID = '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10';
const JSON_BODY = { 'content-type': 'application/json' };
const EMPTY_SYNC = '{"protocol":1,"cursor":0,"catalogueVersion":0,"submissions":[]}';
const PASSWORD = 'setu-demo-2026';

/** Everything that is nobody's but the signed-in person's or the enrolled device's. */
const GUARDED: readonly (readonly [string, string, string?])[] = [
  ['GET', '/api/v1/me'],
  ['GET', '/api/v1/desk/cases'],
  ['GET', `/api/v1/desk/cases/${ID}`],
  ['POST', `/api/v1/desk/cases/${ID}/decision`, '{"action":"accept"}'],
  ['GET', `/api/v1/desk/cases/${ID}/attachments/${ID}`],
  ['GET', `/api/v1/desk/attachments/${ID}`],
  ['POST', '/api/v1/sync', EMPTY_SYNC],
  ['POST', '/api/v1/attachments'],
  ['POST', '/api/v1/devices', '{"kind":"centre","name":"Corpus"}'],
  [
    'POST',
    '/api/auth/change-password',
    JSON.stringify({ currentPassword: PASSWORD, newPassword: CANARY.nameEn }),
  ],
  ['GET', '/api/auth/list-sessions'],
];

const as = (world: World, person: Person, method: string, path: string, body?: string, headers = {}) =>
  world.ask(person, {
    method,
    path,
    headers: { ...JSON_BODY, ...headers },
    ...(body === undefined ? {} : { body }),
  });

/** A person whose cookies are bent, asking who he is. */
const session = (
  name: string,
  bend: (world: World, officer: Person) => Promise<Person> | Person,
  code: ProblemCode = 'unauthenticated',
  path = '/api/v1/me',
): Case => ({
  name,
  send: async (world) => as(world, await bend(world, await freshOfficer(world)), 'GET', path),
  expected: refused(code),
});

async function freshOfficer(world: World): Promise<Person> {
  const officer = new Person();
  await world.signIn(officer, 'officer');
  expect(officer.cookies.size).toBeGreaterThan(0);
  return officer;
}

/** Each cookie's value changed. */
function changed(person: Person, change: (value: string) => string): Person {
  const other = person.twin();
  for (const [name, value] of other.cookies) other.cookies.set(name, change(value));
  return other;
}

const device = (
  name: string,
  bend: (world: World) => Promise<Person> | Person,
  code: ProblemCode = 'unauthenticated',
): Case => ({
  name,
  send: async (world) => world.sync(await bend(world), []),
  expected: refused(code),
});

const signIn = (
  name: string,
  body: unknown,
  code: ProblemCode,
  path = '/api/auth/sign-in/username',
): Case => ({
  name: `signing in with ${name}`,
  send: (world) => world.json(world.nobody, 'POST', path, body),
  expected: refused(code),
});

const closed = (method: string, path: string): Case => ({
  name: `${method} ${path} is not part of this app`,
  send: (world) =>
    as(
      world,
      world.officer,
      method,
      path,
      method === 'POST' ? JSON.stringify({ email: 'a@b.example', name: CANARY.name }) : undefined,
    ),
  expected: refused('not-found'),
});

async function revoked(world: World): Promise<Person> {
  const lost = new Person();
  const { deviceId } = await world.enrol(lost, 'personal');
  await world.pool.query('UPDATE devices SET revoked_at = now() WHERE id = $1', [deviceId]);
  return lost;
}

const jwt = (header: object) =>
  [header, { sub: 'officer', aud: 'sheba-setu', exp: 4e9 }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');

/** Who is not who he says gets nothing, and is not told why. */
export const signInAndSession: Category = {
  name: 'Auth and session',
  least: 45,
  cases: [
    ...GUARDED.map(
      ([method, path, body]): Case => ({
        name: `nobody: ${method} ${path}`,
        send: (world) => as(world, world.nobody, method, path, body),
        expected: refused('unauthenticated'),
      }),
    ),
    session('a session cookie with one letter changed', (_world, officer) =>
      changed(officer, (value) => value.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'))),
    ),
    session('a session cookie with its signature cut', (_world, officer) =>
      changed(officer, (value) => value.slice(0, -8)),
    ),
    session('a session cookie without a signature', (_world, officer) =>
      changed(officer, (value) => decodeURIComponent(value).split('.')[0] ?? ''),
    ),
    session('a session cookie with NUL in it', (_world, officer) =>
      changed(officer, (value) => `%00${value}`),
    ),
    session('a session cookie of nothing', (_world, officer) => changed(officer, () => ' ')),
    session('a session that is over', async (world, officer) => {
      await world.pool.query(
        "UPDATE sessions SET expires_at = now() - interval '1 second' WHERE token = $1",
        [tokenOf(officer)],
      );
      return officer;
    }),
    session('a session that was taken away', async (world, officer) => {
      await world.pool.query('DELETE FROM sessions WHERE token = $1', [tokenOf(officer)]);
      return officer;
    }),
    session('a cookie kept from before signing out', async (world, officer) => {
      const kept = officer.twin();
      expect((await as(world, officer, 'POST', '/api/auth/sign-out', '{}')).status).toBe(200);
      return kept;
    }),
    session('a session another one ended', async (world, officer) => {
      const other = await freshOfficer(world);
      await as(world, other, 'POST', '/api/auth/revoke-session', JSON.stringify({ token: tokenOf(officer) }));
      return officer;
    }),
    session('a cookie given before signing in', async (world) => {
      const fixed = new Person();
      fixed.cookies.set('setu.session_token', 'chosen-by-somebody-else.AAAA');
      const kept = fixed.twin();
      await world.signIn(fixed, 'officer');
      expect(fixed.cookies.get('setu.session_token')).not.toContain('chosen');
      return kept;
    }),
    session('a person who was disabled', async (world) => {
      const karim = new Person();
      await world.signIn(karim, 'karim');
      await world.pool.query(
        "UPDATE staff SET disabled_at = now() WHERE user_id = (SELECT id FROM users WHERE username = 'karim')",
      );
      return karim;
    }),
    session('a JWT without a signature as session', () =>
      withCookie('setu.session_token', `${jwt({ alg: 'none' })}.`),
    ),
    session('a session under the name of another product', (_world, officer) =>
      withCookie('better-auth.session_token', [...officer.cookies.values()][0] ?? ''),
    ),
    session('a device where a person belongs', (world) => world.phone),
    session(
      'an operator at the desk',
      async (world) => {
        const operator = new Person();
        await world.signIn(operator, 'shiuli');
        return operator;
      },
      'forbidden',
      '/api/v1/desk/cases',
    ),
    ...[
      'Bearer x',
      `Bearer ${jwt({ alg: 'none' })}.`,
      `Basic ${Buffer.from(`officer:${PASSWORD}`).toString('base64')}`,
    ].map(
      (authorization): Case => ({
        name: `Authorization: ${authorization.slice(0, 24)}`,
        send: (world) => as(world, world.nobody, 'GET', '/api/v1/me', undefined, { authorization }),
        expected: refused('unauthenticated'),
      }),
    ),
    device('a device with another secret', (world) =>
      changed(world.phone, (value) => value.replace(/\.(.)/, (_all, c) => `.${c === 'a' ? 'b' : 'a'}`)),
    ),
    device("a device with another one's secret", (world) => {
      const [id] = (world.phone.cookies.get('setu-device') ?? '').split('.');
      const [, secret] = (world.centre.cookies.get('setu-device') ?? '').split('.');
      return withCookie('setu-device', `${id}.${secret}`);
    }),
    device('a device nobody enrolled', () => withCookie('setu-device', `${randomUUID()}.${'a'.repeat(43)}`)),
    device('a device without a secret', (world) =>
      changed(world.phone, (value) => value.split('.')[0] ?? ''),
    ),
    device('SQL for a device', () => withCookie('setu-device', "' OR true --")),
    device('a person without a device', (world) => freshOfficer(world)),
    device('a revoked device', revoked, 'device-revoked'),
    {
      name: 'a revoked device that still carries an application: it is kept',
      send: async (world) => {
        const lost = new Person();
        lost.deviceCode = world.phone.deviceCode;
        for (const [name, value] of (await revoked(world)).cookies) lost.cookies.set(name, value);
        const { item } = await world.fillIn(lost);
        const answer = await world.sync(lost, [item, item]);
        world.ledger.noteRefused(item);
        return answer;
      },
      expected: refused('device-revoked'),
    },
    {
      name: 'a revoked device with a file',
      send: async (world) =>
        as(world, await revoked(world), 'POST', '/api/v1/attachments', undefined, {
          'tus-resumable': '1.0.0',
        }),
      expected: refused('device-revoked'),
    },
    signIn('a wrong password', { username: 'registrar', password: 'setu-demo-2025' }, 'unauthenticated'),
    signIn('a name nobody has', { username: 'nobody.here', password: PASSWORD }, 'unauthenticated'),
    signIn('a password of another', { username: 'registrar', password: 'officer' }, 'unauthenticated'),
    signIn('no password', { username: 'registrar' }, 'malformed-request'),
    signIn('an object for a name', { username: { $gt: '' }, password: PASSWORD }, 'malformed-request'),
    signIn('a list for a password', { username: 'registrar', password: [PASSWORD] }, 'malformed-request'),
    signIn('NUL in the name', { username: 'regis\u0000trar', password: PASSWORD }, 'validation-failed'),
    signIn(
      'NUL in the password',
      { username: 'registrar', password: `${PASSWORD}\u0000` },
      'validation-failed',
    ),
    signIn('SQL for a name', { username: "' OR '1'='1", password: PASSWORD }, 'validation-failed'),
    signIn('a citizen for a name', { username: CANARY.name, password: CANARY.nid }, 'validation-failed'),
    signIn(
      'a password of 10,000 letters',
      { username: 'nobody.there', password: CANARY.nameEn.repeat(600) },
      'malformed-request',
    ),
    signIn(
      'an e-mail nobody has',
      { email: 'nobody@setu.invalid', password: PASSWORD },
      'unauthenticated',
      '/api/auth/sign-in/email',
    ),
    closed('POST', '/api/auth/sign-up/email'),
    closed('POST', '/api/auth/update-user'),
    closed('POST', '/api/auth/delete-user'),
    closed('POST', '/api/auth/forget-password'),
    closed('GET', '/api/auth/ok'),
    {
      name: 'changing the password with a wrong one',
      send: (world) =>
        as(
          world,
          world.officer,
          'POST',
          '/api/auth/change-password',
          JSON.stringify({ currentPassword: 'setu-demo-2025', newPassword: CANARY.nameEn }),
        ),
      expected: refused('malformed-request'),
    },
    {
      name: 'an unknown name and a wrong password get the same answer',
      send: async (world) => {
        const [known, unknown] = await Promise.all(
          ['shiuli', 'nobody.else'].map((username) =>
            world.json(world.nobody, 'POST', '/api/auth/sign-in/username', {
              username,
              password: 'wrong-password',
            }),
          ),
        );
        const plain = (text = '') => text.replace(/"traceId":"[0-9a-f]+"/, '');
        expect(plain(known?.text)).toBe(plain(unknown?.text));
        return world.ask(world.officer, { method: 'GET', path: '/api/v1/me' });
      },
      expected: answered(200),
    },
  ],
};

function withCookie(name: string, value: string): Person {
  const person = new Person();
  person.cookies.set(name, value);
  return person;
}

/** What of the cookie the database knows. */
const tokenOf = (person: Person): string =>
  decodeURIComponent(person.cookies.get('setu.session_token') ?? '').split('.')[0] ?? '';
