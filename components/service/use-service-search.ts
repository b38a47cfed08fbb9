import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { foldForSearch } from '@/lib/bangla/fold';
import { useBoardPart } from '@/lib/browser/use-board';
import { inCounterOrder } from '@/lib/catalogue/counter-order';
import type { ListedService } from '@/lib/catalogue/listed-service';
import type { FiledCounts } from '@/lib/catalogue/search-catalogue';
import type { Agency } from '@/lib/contract/wire';

type Engine = typeof import('@/lib/catalogue/search-catalogue');

/** Services that match what is typed, best first; all of them while nothing is typed. Typing never waits for it. */
export function useServiceSearch(
  services: readonly ListedService[],
  agencies: readonly Agency[],
  query: string,
): readonly ListedService[] {
  const deferred = useDeferredValue(query).trim();
  const engine = useEngine(query !== '');
  const search = useMemo(
    () => engine?.createServiceSearch(services, agencies) ?? null,
    [engine, services, agencies],
  );
  const filed = useFiledCounts();
  return useMemo(() => {
    if (deferred === '') return inCounterOrder(services);
    return search === null ? bySubstring(services, deferred) : byIds(services, search(deferred, filed));
  }, [services, search, deferred, filed]);
}

/** What stands on this person's board, by service: drafts are work as well. */
function useFiledCounts(): FiledCounts {
  const items = useBoardPart('items');
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { serviceId } of items) counts.set(serviceId, (counts.get(serviceId) ?? 0) + 1);
    return counts;
  }, [items]);
}

/** Fetched when somebody begins to type: the first screen does not need it. */
function useEngine(wanted: boolean): Engine | null {
  const [engine, setEngine] = useState<Engine | null>(null);
  useEffect(() => {
    if (!wanted || engine !== null) return;
    // Not to be had now: the plain search below goes on.
    import('@/lib/catalogue/search-catalogue').then(setEngine, () => undefined);
  }, [wanted, engine]);
  return engine;
}

function byIds(services: readonly ListedService[], ids: readonly string[]) {
  const serviceById = new Map(services.map((service) => [service.id, service]));
  return ids.flatMap((id) => serviceById.get(id) ?? []);
}

function bySubstring(services: readonly ListedService[], query: string) {
  const wanted = foldForSearch(query);
  return services.filter(({ name, keywords }) =>
    [name.bn, name.en, ...keywords].some((words) => foldForSearch(words).includes(wanted)),
  );
}
