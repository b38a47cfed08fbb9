import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { responseHeaders } from './response-headers.mjs';
import { inlineScriptHashes, pageHeaders } from './security-headers.mjs';

const of = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

describe('hashes of inline scripts', () => {
  it('are of every script without a source, each once, byte for byte', () => {
    const html =
      '<script src="/a.js" async=""></script><script>one</script><script id="x">\n two "&amp;" </script><script>one</script><script type="module">বাংলা</script>';
    expect(inlineScriptHashes(html)).toEqual([of('one'), of('\n two "&amp;" '), of('বাংলা')]);
  });

  it('of a page without any are none', () => {
    expect(inlineScriptHashes('<p>script</p><script src="/a.js"></script>')).toEqual([]);
  });
});

describe('the headers of a page', () => {
  const directives = (hashes) =>
    Object.fromEntries(
      pageHeaders(hashes)
        ['Content-Security-Policy'].split('; ')
        .map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]),
    );

  it('let no script run but ours and what was hashed', () => {
    expect(directives(['sha256-abc='])['script-src']).toBe("'self' 'sha256-abc='");
    expect(directives([])['script-src']).toBe("'self'");
    expect(JSON.stringify(pageHeaders(['sha256-abc=']))).not.toContain('unsafe-eval');
  });

  it('close what ASVS 3.4 names', () => {
    expect(directives([])).toMatchObject({
      'object-src': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
      'form-action': "'self'",
    });
    const headers = pageHeaders();
    expect(Number(/max-age=(\d+)/.exec(headers['Strict-Transport-Security'])[1])).toBeGreaterThan(31_536_000);
    expect(headers['Cross-Origin-Opener-Policy']).toBe('same-origin');
    expect(headers['Permissions-Policy']).toContain('geolocation=()');
  });

  it('are on every answer that is a page, and nosniff on every answer', () => {
    const [all, pages] = responseHeaders('b');
    expect(all).toMatchObject({ source: '/:path*' });
    expect(all.headers).toContainEqual({ key: 'X-Content-Type-Options', value: 'nosniff' });
    expect(pages.headers.map(({ key }) => key)).toEqual(Object.keys(pageHeaders()));
  });
});
