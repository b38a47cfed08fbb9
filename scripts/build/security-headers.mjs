import { createHash } from 'node:crypto';

/** Scripts and styles only from here, inline ones by their hash; nothing is ever evaluated from text, and no page of ours is framed. */
function contentSecurityPolicy(hashes) {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...hashes.map((hash) => `'${hash}'`)].join(' '),
    // React sets styles by the object model, which is free; a few components of others write style attributes
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What every page carries, from the server and out of the worker's store alike. `hashes` are those of its inline scripts. */
export function pageHeaders(hashes = []) {
  return {
    'Content-Security-Policy': contentSecurityPolicy(hashes),
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // two years; a browser that came by http takes no notice
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  };
}

const INLINE = /<script\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** Hashes of the inline scripts of a page as Next wrote it, each once, as a policy names them. */
export function inlineScriptHashes(html) {
  const hashes = [...html.matchAll(INLINE)].map(
    ([, text]) => `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`,
  );
  return [...new Set(hashes)];
}
