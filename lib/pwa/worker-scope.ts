/** The worker's global object. The project's types know both window and worker; this names the right one. */
export const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** Build this worker belongs to; written in by the build, so that every build has another worker. */
export const BUILD = process.env.NEXT_PUBLIC_SETU_BUILD ?? 'unbuilt';

/** Files of one build. A cache per build: an open page of the build before still finds its files. */
export const FILES_PREFIX = 'setu-files-';
export const FILES_CACHE = `${FILES_PREFIX}${BUILD}`;

/** Fonts: their names carry a hash of their content, so they outlive builds. */
export const FONT_CACHE = 'setu-fonts';

/** Places of the whole country, a cache per edition: written in by the build, so a new edition is fetched once. */
export const PLACES_PREFIX = 'setu-places-';
export const PLACES_CACHE = `${PLACES_PREFIX}${process.env.NEXT_PUBLIC_SETU_PLACES ?? 'none'}`;
