/** The worker's global object. The project's types know both window and worker; this names the right one. */
export const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** Build this worker belongs to; written in by the build, so that every build has another worker. */
export const BUILD = process.env.NEXT_PUBLIC_SETU_BUILD ?? 'unbuilt';

/** Files of one build. A cache per build: an open page of the build before still finds its files. */
export const FILES_PREFIX = 'setu-files-';
export const FILES_CACHE = `${FILES_PREFIX}${BUILD}`;

/** Files that carry a version in their address and outlive builds: fonts, places. */
export const LASTING_CACHE = 'setu-lasting-1';
