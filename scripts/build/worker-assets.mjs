/** Entry points that the first page of a visit loads, whichever it is. Their files are precached by address. */
const FIRST_VISIT = ['main-app', 'app/layout', 'app/page'];
/** Named in next.config.mjs: what the first page loads by itself right after it is painted. */
const SOON_AFTER = ['line', 'engine', 'dexie'];
const NOT_NEEDED = /polyfills-|\.map$|\.woff2$/;

/** Files of the build that the home page loads at once. Sorted, so that equal builds give an equal worker. */
export function firstVisitFiles(compilation) {
  const files = new Set();
  const add = (names) => {
    for (const file of names ?? []) if (!NOT_NEEDED.test(file)) files.add(`/_next/${file}`);
  };
  for (const name of FIRST_VISIT) add(compilation.entrypoints.get(name)?.getFiles());
  for (const name of SOON_AFTER) add(compilation.namedChunks.get(name)?.files);
  return [...files].sort();
}

/** Workbox options that leave only those files in the worker's list; all others travel in the offline pack. */
export const workerAssets = {
  manifestTransforms: [
    async (_entries, compilation) => ({
      manifest: firstVisitFiles(compilation).map((url) => ({ url, revision: 'by-name', size: 0 })),
      warnings: [],
    }),
  ],
};
