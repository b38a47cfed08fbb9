import { expect, test } from 'vitest';
import { postSignIn, postSignOut } from './http-auth';
import { fetchCaseFile } from './http-desk';
import { startLocalServer } from './testing/local-server';

const portals = [
  ['a page', { 'content-type': 'text/html' }, '<h1>Free Wi-Fi</h1>'],
  ['nothing', {}, ''],
  ['other JSON', { 'content-type': 'application/json' }, '{"status":"ok"}'],
] as const;

test.each(portals)(
  'a portal that answers %s with 200 opens no session, ends none and is no file',
  async (_, headers, body) => {
    const portal = await startLocalServer((response) => response.writeHead(200, headers).end(body));
    const signedIn = await postSignIn(portal.line, { username: 'shiuli', password: 'setu-demo-2026' });
    expect(signedIn).toEqual({ ok: false, problem: { type: 'unavailable' } });
    expect(await postSignOut(portal.line)).toBe(false);
    expect(await fetchCaseFile(portal.line, 'case', 'file')).toEqual({
      ok: false,
      problem: { type: 'not-our-server' },
    });
    await portal.stop();
  },
);
