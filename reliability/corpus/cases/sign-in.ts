import { expect } from 'vitest';
import type { ProblemCode } from '@/lib/contract/problem';
import { answered, type Case, type Category, refused } from '../case';
import { CANARY } from '../world/canary';
import { as } from '../world/cookies';
import { DEVICES } from './devices';
import { SESSIONS } from './sessions';

const ID = '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10';
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
    ...SESSIONS,
    ...DEVICES,
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
