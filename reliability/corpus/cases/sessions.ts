import { expect } from 'vitest';
import type { ProblemCode } from '@/lib/contract/problem';
import { type Case, refused } from '../case';
import { as, changed, freshOfficer, tokenOf, withCookie } from '../world/cookies';
import { Person } from '../world/person';
import type { World } from '../world/world';

const PASSWORD = 'setu-demo-2026';

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

const jwt = (header: object) =>
  [header, { sub: 'officer', aud: 'sheba-setu', exp: 4e9 }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');

/** A session that is none, is over, or is somebody else's. */
export const SESSIONS: readonly Case[] = [
  session('a session cookie with one letter changed', (_world, officer) =>
    changed(officer, (value) => value.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'))),
  ),
  session('a session cookie with its signature cut', (_world, officer) =>
    changed(officer, (value) => value.slice(0, -8)),
  ),
  session('a session cookie without a signature', (_world, officer) =>
    changed(officer, (value) => decodeURIComponent(value).split('.')[0] ?? ''),
  ),
  session('a session cookie with NUL in it', (_world, officer) => changed(officer, (value) => `%00${value}`)),
  session('a session cookie of nothing', (_world, officer) => changed(officer, () => ' ')),
  session('a session that is over', async (world, officer) => {
    await world.pool.query("UPDATE sessions SET expires_at = now() - interval '1 second' WHERE token = $1", [
      tokenOf(officer),
    ]);
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
];
