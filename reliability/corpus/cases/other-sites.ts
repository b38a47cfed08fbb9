import { randomUUID } from 'node:crypto';
import { answered, type Case, type Category, type Expected, refused } from '../case';
import { CANARY } from '../world/canary';
import { TUS } from '../world/upload';
import type { World } from '../world/world';

const SYNC = '/api/v1/sync';
const EMPTY_SYNC = { protocol: 1, cursor: 0, catalogueVersion: 0, submissions: [] };
const host = (world: World) => `127.0.0.1:${world.server.port}`;

/** A write with every cookie there is, as the browser of one who looks at another page would send it. */
const write = (
  name: string,
  headers: (world: World) => Record<string, string>,
  expected: Expected = refused('cross-site'),
  path = SYNC,
  body: unknown = EMPTY_SYNC,
): Case => ({
  name: `${path.replace(/[0-9a-f-]{36}/, 'id')}: ${name}`,
  send: (world) => {
    const person =
      path.startsWith('/api/v1/desk') || path.startsWith('/api/auth') ? world.officer : world.centre;
    return world.json(person, 'POST', path, body, headers(world));
  },
  expected,
});

const always = (headers: Record<string, string>) => () => headers;
const foreign = always({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' });

/** A page of another site makes the browser write in the name of whoever is signed in: refused before anything is read. */
export const otherSites: Category = {
  name: 'CSRF and origin',
  least: 20,
  cases: [
    write('from another site', always({ 'sec-fetch-site': 'cross-site' })),
    write('from a subdomain', always({ 'sec-fetch-site': 'same-site' })),
    write('from a word browsers do not use', always({ 'sec-fetch-site': 'trusted' })),
    write('from another origin', always({ origin: 'https://evil.example' })),
    write('from an origin of null (a sandbox, a file)', always({ origin: 'null' })),
    write('from another port of this host', always({ origin: 'http://127.0.0.1:9' })),
    write('from a host that begins like this one', (world) => ({
      origin: `http://${host(world)}.evil.example`,
    })),
    write('from a user name like this host', (world) => ({ origin: `http://${host(world)}@evil.example` })),
    write('from an extension', always({ origin: 'chrome-extension://abcdef' })),
    write('from an origin that is none', always({ origin: CANARY.nameEn })),
    write('from another origin behind a proxy that names ours', (world) => ({
      origin: 'https://evil.example',
      'x-forwarded-host': host(world),
    })),
    write('from another site with an origin of ours', (world) => ({
      'sec-fetch-site': 'cross-site',
      origin: `http://${host(world)}`,
    })),
    write('from another site', foreign, refused('cross-site'), '/api/v1/devices', {
      kind: 'centre',
      name: 'Corpus',
    }),
    write('from another site', foreign, refused('cross-site'), '/api/auth/sign-in/username', {
      username: 'officer',
      password: 'setu-demo-2026',
    }),
    write('from another site', foreign, refused('cross-site'), '/api/auth/sign-out', {}),
    write('from another site', foreign, refused('cross-site'), '/api/auth/change-password', {
      currentPassword: 'setu-demo-2026',
      newPassword: CANARY.nameEn,
    }),
    write(
      'from another site',
      foreign,
      refused('cross-site'),
      `/api/v1/desk/cases/${randomUUID()}/decision`,
      { action: 'accept' },
    ),
    write('as a form of another site sends it', always({ ...foreign(), 'content-type': 'text/plain' })),
    ...(['POST', 'PATCH', 'DELETE'] as const).map(
      (method): Case => ({
        name: `${method} of a file from another site`,
        send: (world) =>
          world.ask(world.centre, {
            method,
            path: `/api/v1/attachments/${randomUUID()}_${randomUUID()}`,
            headers: { ...TUS, ...foreign() },
          }),
        expected: refused('cross-site'),
      }),
    ),
    write(
      'from this very page',
      (world) => ({ 'sec-fetch-site': 'same-origin', origin: `http://${host(world)}` }),
      answered(200),
    ),
    write('from the address bar', always({ 'sec-fetch-site': 'none' }), answered(200)),
  ],
};
