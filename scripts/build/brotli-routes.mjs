/** Browsers offer brotli where the line is secure, which is wherever the worker runs. */
const takesBrotli = [{ type: 'header', key: 'accept-encoding', value: '.*\\bbr\\b.*' }];

/** What scripts/build/compress-files.mjs has packed, by the type it is sent with. */
const KINDS = [
  ['/_next/static/:path*.js', 'application/javascript; charset=UTF-8', 'public, max-age=31536000, immutable'],
  ['/_next/static/:path*.css', 'text/css; charset=UTF-8', 'public, max-age=31536000, immutable'],
  ['/sw.js', 'application/javascript; charset=UTF-8', 'no-cache'],
  ['/offline-pack.json', 'application/json; charset=UTF-8', 'no-cache'],
  ['/places/:path*.json', 'application/json; charset=UTF-8', 'public, max-age=3600'],
];

export const brotliRewrites = KINDS.map(([source]) => ({
  source,
  has: takesBrotli,
  destination: `/br${source}`,
}));

/** Routes that pack their answers themselves (`lib/server/http/packed-route.ts`): Next takes this header off what a route says. */
const PACKED_ROUTES = ['/api/v1/catalogue/list', '/api/v1/catalogue/forms'];

export const brotliHeaders = [
  ...KINDS.map(([source, type, keep]) => ({
    source,
    has: takesBrotli,
    headers: [
      { key: 'Content-Encoding', value: 'br' },
      { key: 'Content-Type', value: type },
      { key: 'Cache-Control', value: keep },
      { key: 'Vary', value: 'Accept-Encoding' },
    ],
  })),
  ...PACKED_ROUTES.map((source) => ({
    source,
    has: takesBrotli,
    headers: [{ key: 'Content-Encoding', value: 'br' }],
  })),
];
