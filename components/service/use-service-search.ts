import { useDeferredValue, useMemo } from 'react';
import { foldForSearch } from '@/lib/bangla/fold';
import type { ServiceDefinition } from '@/lib/forms/definition';

/** Services that match what is typed, best first; all of them while nothing is typed. Typing never waits for it. */
export function useServiceSearch(
  services: readonly ServiceDefinition[],
  query: string,
): readonly ServiceDefinition[] {
  const deferred = useDeferredValue(query);
  return useMemo(() => {
    const wanted = foldForSearch(deferred);
    return wanted === '' ? services : services.filter((service) => wordsOf(service).includes(wanted));
  }, [services, deferred]);
}

const wordsOf = ({ name, keywords }: ServiceDefinition) =>
  [name.bn, name.en, ...keywords].map(foldForSearch).join(' ');
