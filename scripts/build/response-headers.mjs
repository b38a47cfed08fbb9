import { pageHeaders } from './security-headers.mjs';

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
      // scripts/build/seal-pages.mjs adds the hashes of each page
      headers: Object.entries(pageHeaders()).map(([key, value]) => ({ key, value })),
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
