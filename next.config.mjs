import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';
import { brotliHeaders, brotliRewrites } from './scripts/build/brotli-routes.mjs';
import { readBuildStamp } from './scripts/build/build-stamp.mjs';
import { responseHeaders } from './scripts/build/response-headers.mjs';
import { workerAssets } from './scripts/build/worker-assets.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const build = process.env.SETU_BUILD ?? readBuildStamp(root) ?? 'unbuilt';

/** @type {import('next-pwa').PluginOptions} */
const worker = {
  dest: 'public',
  // lib/pwa/register.ts registers it, after the first paint
  register: false,
  disable: process.env.NODE_ENV === 'development',
  cacheStartUrl: false,
  workboxOptions: {
    swSrc: 'lib/pwa/service-worker.ts',
    swDest: 'sw.js',
    // what lies in public/ is not the worker's business: the pack of the build before lies there too
    additionalManifestEntries: [],
    ...workerAssets,
  },
};

/** The edition of the places that the packs in public/ were compiled from. */
function placesEdition() {
  return JSON.parse(readFileSync(join(root, 'public/places/manifest.json'), 'utf8')).version;
}

/** Removes next-pwa's own entry: it would load workbox-window with every first page, and we load it later. */
function withoutPwaEntry(config) {
  const entry = config.entry;
  config.entry = async () => {
    const entries = await entry();
    for (const [name, value] of Object.entries(entries)) {
      if (Array.isArray(value))
        entries[name] = value.filter((file) => !/next-pwa[\\/]dist[\\/]sw-entry\.js$/.test(file));
    }
    return entries;
  };
  return config;
}

/** @type {import('next').NextConfig} */
const config = {
  deploymentId: build,
  generateBuildId: () => build,
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // `npm run types` checks types with TypeScript 7, whose compiler Next cannot call
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'sharp',
    'pg',
    'pino',
    'file-type',
    '@tus/server',
    '@tus/file-store',
    'better-auth',
    'drizzle-orm',
    'rate-limiter-flexible',
  ],
  env: { NEXT_PUBLIC_SETU_BUILD: build, NEXT_PUBLIC_SETU_PLACES: placesEdition() },
  headers: () => [...responseHeaders(build), ...brotliHeaders],
  rewrites: () => ({ beforeFiles: brotliRewrites, afterFiles: [], fallback: [] }),
};

/** Browsers have WebCrypto. @hpke/core asks for Node's `crypto` only where they have not, yet Next would pack 130 KB for it. */
function withoutNodePolyfills(webpackConfig) {
  webpackConfig.resolve.alias = { ...webpackConfig.resolve.alias, crypto: false };
}

/** What every page loads a moment after it is painted, as three files instead of twelve: on a slow line a request costs 400 ms. */
function withFewerFiles(webpackConfig) {
  const together = { chunks: 'async', enforce: true, priority: 60 };
  Object.assign(webpackConfig.optimization.splitChunks.cacheGroups, {
    // but for what only the page of carried work needs
    engine: {
      ...together,
      name: 'engine',
      test: /[\\/]lib[\\/](browser|local|outbox)[\\/](?!carry-)/,
    },
    // the lock of a counter: no phone and no first visit needs it
    lock: {
      ...together,
      name: 'lock',
      priority: 61,
      test: /[\\/](lib[\\/](browser|local|crypto)[\\/](set-pin|pin-|lock-device|watch-door|door\.|idle-clock|shared-keys|use-vault-owners|vault-owners|signed-in-anew|other-windows)|components[\\/]lock[\\/]|locales[\\/](bn|en)[\\/]lock|namespaces[\\/]lock)/,
    },
    // what asks the server: the services of a first visit need this and nothing else
    line: { ...together, name: 'line', test: /[\\/]lib[\\/]remote[\\/]/ },
    // what nearly every page is made of: Next would pack it once for each, and three times for the first
    frame: {
      name: 'frame',
      chunks: 'initial',
      enforce: true,
      minChunks: 8,
      priority: 50,
      test: /[\\/](components[\\/]ui|lib[\\/]i18n|lucide-react)[\\/]/,
    },
    dexie: { ...together, name: 'dexie', test: /[\\/]node_modules[\\/]dexie[\\/]/ },
  });
}

/** A server that only runs builds no worker: next-pwa and all of workbox-build were more than a quarter of its start. */
export default async function nextConfig(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: withPwaInit } = await import('next-pwa');
  const pwa = withPwaInit(worker)(config);
  return {
    ...pwa,
    webpack(webpackConfig, context) {
      const made = withoutPwaEntry(pwa.webpack(webpackConfig, context));
      if (!context.isServer) {
        withoutNodePolyfills(made);
        withFewerFiles(made);
      }
      return made;
    },
  };
}
