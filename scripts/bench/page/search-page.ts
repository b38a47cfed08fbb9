import { createServiceSearch, type ServiceSearch } from '../../../lib/catalogue/search-catalogue';
import type { SearchableService } from '../../../lib/catalogue/search-index';
import type { Agency } from '../../../lib/contract/wire';

/** What the measured page offers. Times are milliseconds. */
export interface SearchPage {
  /** Makes the search ready; how long that took. */
  make(services: readonly SearchableService[], agencies: readonly Agency[]): number;
  /** Types every query letter by letter; how long each key took. */
  type(queries: readonly string[]): readonly number[];
}

let search: ServiceSearch = () => [];

globalThis.searchPage = {
  make(services, agencies) {
    const begun = performance.now();
    search = createServiceSearch(services, agencies);
    return performance.now() - begun;
  },
  type(queries) {
    return queries.flatMap((query) =>
      Array.from(query, (_, at) => {
        const begun = performance.now();
        search(query.slice(0, at + 1));
        return performance.now() - begun;
      }),
    );
  },
};
