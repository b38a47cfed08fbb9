import { expect } from 'vitest';
import { answered, type Case, type Category, type Expected, refused, unparsed } from '../case';
import { CANARY } from '../world/canary';
import type { Answer, Wire } from '../world/http';
import type { World } from '../world/world';

const SYNC = '/api/v1/sync';
const EMPTY_SYNC = '{"protocol":1,"cursor":0,"catalogueVersion":0,"submissions":[]}';

const ask = (name: string, wire: Wire, expected: Expected, also?: Case['also']): Case => ({
  name,
  send: (world) => world.ask(world.centre, wire),
  expected,
  ...(also ? { also } : {}),
});

const media = (contentType: string | null, path = SYNC, more = {}): Case =>
  ask(
    `${contentType ?? 'no type'}${Object.keys(more).length > 0 ? `, ${JSON.stringify(more)}` : ''} to ${path}`,
    {
      method: 'POST',
      path,
      headers: { ...(contentType === null ? {} : { 'content-type': contentType }), ...more },
      body:
        path === SYNC
          ? EMPTY_SYNC
          : JSON.stringify({ kind: 'personal', username: 'karim', name: CANARY.name }),
    },
    refused('unsupported-media'),
  );

/** RFC 9110: a 405 names what is possible, and it is true. */
const method = (name: string, path: string, allowed: string): Case =>
  ask(
    `${name} ${path}`,
    { method: name, path },
    refusedWithoutBody(name, 'method-not-allowed'),
    (_world: World, { headers }: Answer) => expect(headers.allow).toBe(allowed),
  );

const refusedWithoutBody = (name: string, code: 'method-not-allowed'): Expected =>
  name === 'HEAD' ? answered(405) : refused(code);

const accept = (accepts: string, path = '/api/v1/health'): Case =>
  ask(
    `Accept: ${accepts} of ${path}`,
    { method: 'GET', path, headers: { accept: accepts } },
    refused('not-acceptable'),
  );

const ID = '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10';

/** Forms of other sites can send only the first three types without asking (CSRF); nothing but JSON is read. */
export const mediaAndMethods: Category = {
  name: 'Wrong content type, method, Accept',
  least: 30,
  cases: [
    media('text/plain'),
    media('application/x-www-form-urlencoded'),
    media('multipart/form-data; boundary=x'),
    media('application/xml'),
    media('text/json'),
    media('application/jsonp'),
    media('application/json; charset=utf-16'),
    media('application/json, text/plain'),
    media(null),
    media('text/plain', '/api/v1/devices'),
    media('application/x-www-form-urlencoded', '/api/auth/sign-in/username'),
    media('application/json', SYNC, { 'content-encoding': 'br' }),
    media('application/json', SYNC, { 'content-encoding': 'gzip, gzip' }),
    method('GET', SYNC, 'POST, OPTIONS'),
    method('HEAD', SYNC, 'POST, OPTIONS'),
    method('PUT', SYNC, 'POST, OPTIONS'),
    method('DELETE', '/api/v1/devices', 'POST, OPTIONS'),
    method('POST', '/api/v1/health', 'GET, HEAD, OPTIONS'),
    method('POST', '/api/v1/track', 'GET, HEAD, OPTIONS'),
    method('PATCH', '/api/v1/catalogue', 'GET, HEAD, OPTIONS'),
    method('PUT', `/api/v1/desk/cases/${ID}/decision`, 'POST, OPTIONS'),
    method('DELETE', `/api/v1/desk/cases/${ID}`, 'GET, HEAD, OPTIONS'),
    method('GET', '/api/v1/attachments', 'HEAD, POST, PATCH, DELETE, OPTIONS'),
    method('PUT', '/api/auth/sign-out', 'GET, HEAD, POST, OPTIONS'),
    {
      name: 'TRACE gives nothing back',
      send: (world) =>
        world.askBytes(
          `TRACE ${SYNC} HTTP/1.1\r\nHost: x\r\nX-Name: ${CANARY.nameEn}\r\nConnection: close\r\n\r\n`,
        ),
      expected: refused('method-not-allowed'),
    },
    {
      name: 'a method that is none',
      send: (world) =>
        world.askBytes(`FETCH ${SYNC} HTTP/1.1\r\nHost: x\r\nX-Name: ${CANARY.nameEn}\r\n\r\n`, {
          isApi: false,
        }),
      expected: unparsed(400),
    },
    accept('text/html'),
    accept('image/*'),
    accept('application/xml, text/*;q=0.5'),
    accept('application/json;q=0'),
    accept('text/html', '/api/v1/server-keys'),
    ask(
      'OPTIONS says what there is',
      { method: 'OPTIONS', path: SYNC },
      answered(204),
      (_world: World, { headers }: Answer) => expect(headers.allow).toBe('POST, OPTIONS'),
    ),
  ],
};
