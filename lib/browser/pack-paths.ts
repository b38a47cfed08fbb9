/** Where the packs of places are served. Pages, the worker and what waits for a pack must mean the same file. */
export const INDEX_PACK = '/places/index.json';
/** The unions of the whole country. */
export const COUNTRY_PACK = '/places/unions.json';
/** The unions of one district. */
export const districtPack = (districtId: string): string =>
  `/places/d/${encodeURIComponent(districtId)}.json`;
