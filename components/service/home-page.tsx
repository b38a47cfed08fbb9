'use client';

import CloudDownload from 'lucide-react/icons/cloud-download';
import SearchX from 'lucide-react/icons/search-x';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InstallPrompt } from '@/components/shell/install-prompt';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { useCatalogue } from '@/lib/browser/use-catalogue';
import type { ListedService } from '@/lib/catalogue/listed-service';
import type { Agency } from '@/lib/contract/wire';
import '@/lib/i18n/namespaces/common';
import '@/lib/i18n/namespaces/home';
import { useFormat } from '@/lib/i18n/use-format';
import { CategoryFilter } from './category-filter';
import { categoriesOf } from './category-look';
import { OfflineReady } from './offline-ready';
import { SearchBox } from './search-box';
import { ServiceList } from './service-list';
import { TodaySummary } from './today-summary';
import { useFocusFromHash } from './use-focus-from-hash';
import { useServiceSearch } from './use-service-search';
import { useTypedEarly } from './use-typed-early';

/** What the page brings along: the services asked for most, and every category there is. */
export interface ListedFirst {
  readonly services: readonly ListedService[];
  readonly agencies: readonly Agency[];
  readonly categories: readonly string[];
}

/** Cards drawn at first: a slow phone has the first screen sooner. */
const AT_FIRST = 24;

/**
 * The counter's front: find a service, see what is mine today.
 * @param listed the first services this version of the app brings along: shown until the device's own list is open, so that a
 *   first visit on a slow line need not wait for all of them
 */
export function HomePage({ listed }: { readonly listed: ListedFirst }) {
  const { t } = useTranslation(['home', 'common']);
  const catalogue = useCatalogue();
  // forms that come in change the catalogue's count, not its list
  const { services, agencies } = catalogue.ready ? catalogue : listed;
  const categories = useMemo(
    () => categoriesOf(catalogue.ready ? services : listed.categories.map((category) => ({ category }))),
    [catalogue.ready, services, listed],
  );
  const [query, setQuery] = useState('');
  const [category, setCategory] = useState<string | null>(null);
  const searchField = useFocusFromHash();
  useTypedEarly(searchField, setQuery);
  const found = useServiceSearch(services, agencies, query);
  const shown = category === null ? found : found.filter((service) => service.category === category);
  const showAll = () => {
    setQuery('');
    setCategory(null);
  };
  return (
    <PageFrame title={t('title')} width="wide">
      <SearchBox ref={searchField} query={query} onQuery={setQuery} />
      {query === '' && <TodaySummary />}
      {services.length > 0 && (
        // on a phone what was found must stand in sight, not below the pictures
        <div className={query === '' || category !== null ? '' : 'hidden sm:block'}>
          <CategoryFilter categories={categories} chosen={category} onChoose={setCategory} />
        </div>
      )}
      <section aria-label={t('services')} className="flex flex-col gap-3">
        <FoundCount show={query !== ''} n={shown.length} />
        {services.length === 0 ? (
          <CatalogueMissing />
        ) : shown.length > 0 ? (
          <ServicesInSight key={`${category} ${query}`} services={shown} />
        ) : catalogue.ready ? (
          <NothingFound onShowAll={showAll} />
        ) : (
          <p className="text-ink-soft">{t('common:loading')}</p>
        )}
      </section>
      <OfflineReady />
      <InstallPrompt />
    </PageFrame>
  );
}

function ServicesInSight({ services }: { readonly services: readonly ListedService[] }) {
  const { t } = useTranslation('home');
  const { number } = useFormat();
  const [isAll, setAll] = useState(false);
  const hidden = isAll ? 0 : Math.max(0, services.length - AT_FIRST);
  return (
    <>
      <ServiceList services={hidden > 0 ? services.slice(0, AT_FIRST) : services} />
      {hidden > 0 && (
        <Button look="secondary" onClick={() => setAll(true)}>
          {t('more', { n: number(hidden), count: hidden })}
        </Button>
      )}
    </>
  );
}

function FoundCount({ show, n }: { readonly show: boolean; readonly n: number }) {
  const { t } = useTranslation('home');
  const { number } = useFormat();
  return (
    <p role="status" className={show ? 'text-sm text-ink-soft' : 'sr-only'}>
      {show && t('search.found', { n: number(n), count: n })}
    </p>
  );
}

function CatalogueMissing() {
  const { t } = useTranslation('home');
  return (
    <EmptyState icon={CloudDownload} title={t('empty.title')}>
      {t('empty.body')}
    </EmptyState>
  );
}

function NothingFound({ onShowAll }: { readonly onShowAll: () => void }) {
  const { t } = useTranslation('home');
  return (
    <EmptyState
      icon={SearchX}
      title={t('search.none.title')}
      action={
        <Button look="secondary" onClick={onShowAll}>
          {t('search.none.action')}
        </Button>
      }
    >
      {t('search.none.body')}
    </EmptyState>
  );
}
