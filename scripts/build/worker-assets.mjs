/** Which files of the build go into the worker's list. */
export const workerAssets = {};
