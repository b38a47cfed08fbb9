/**
 * Scripts and styles only from here. Next starts a page by inline scripts, so 'unsafe-inline' stays until they are hashed;
 * nothing is ever evaluated from text.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
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

/**
 * What answers carry. `x-app-build` tells the worker that an answer is ours and of which build it is. The long headers go
 * with pages only: on a first visit they would cost a kilobyte with each of thirty files.
 */
export function responseHeaders(build) {
  return [
    {
      source: '/:path*',
      headers: [
        { key: 'x-app-build', value: build },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
      ],
    },
    {
      source: '/((?!_next/|api/|places/|icons/).*)',
      headers: [
        { key: 'Content-Security-Policy', value: CONTENT_SECURITY_POLICY },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'no-referrer' },
        {
          key: 'Permissions-Policy',
          value: 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
        },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      ],
    },
    {
      // a worker that is cached by a middle box could never be replaced
      source: '/sw.js',
      headers: [{ key: 'Cache-Control', value: 'no-cache' }],
    },
    { source: '/offline-pack.json', headers: [{ key: 'Cache-Control', value: 'no-cache' }] },
    // the worker keeps them by edition; before there is one, an hour is right
    { source: '/places/:path*', headers: [{ key: 'Cache-Control', value: 'public, max-age=3600' }] },
    { source: '/icons/:path*', headers: [{ key: 'Cache-Control', value: 'public, max-age=86400' }] },
    { source: '/icon.svg', headers: [{ key: 'Cache-Control', value: 'public, max-age=86400' }] },
  ];
}
