/** Entry points that the first page of a visit loads, whichever it is. Their files are precached by address. */
const FIRST_VISIT = ['main-app', 'app/layout', 'app/page'];
const NOT_NEEDED = /polyfills-|\.map$|\.woff2$/;

/** Files of the build that the home page loads at once. Sorted, so that equal builds give an equal worker. */
export function firstVisitFiles(compilation) {
  const files = new Set();
  for (const name of FIRST_VISIT) {
    for (const file of compilation.entrypoints.get(name)?.getFiles() ?? []) {
      if (!NOT_NEEDED.test(file)) files.add(`/_next/${file}`);
    }
  }
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
