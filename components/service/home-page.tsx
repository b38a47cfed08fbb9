'use client';

import CloudDownload from 'lucide-react/icons/cloud-download';
import SearchX from 'lucide-react/icons/search-x';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InstallPrompt } from '@/components/shell/install-prompt';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import type { CatalogueState } from '@/lib/browser/api';
import { useCatalogue } from '@/lib/browser/use-catalogue';
import { type ListedService, listedService } from '@/lib/catalogue/listed-service';
import type { Agency } from '@/lib/contract/wire';
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

interface Listed {
  readonly services: readonly ListedService[];
  readonly agencies: readonly Agency[];
}

/**
 * The counter's front: find a service, see what is mine today.
 * @param listed the services this version of the app brings along: shown until the device's own catalogue is open, so that a
 *   first visit on a slow line need not wait for every form
 */
export function HomePage({ listed }: { readonly listed: Listed }) {
  const { t } = useTranslation('home');
  const catalogue = useCatalogue();
  const { services, agencies } = useMemo(
    () => (catalogue.ready ? listedOf(catalogue) : listed),
    [catalogue, listed],
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
          <CategoryFilter categories={categoriesOf(services)} chosen={category} onChoose={setCategory} />
        </div>
      )}
      <section aria-label={t('services')} className="flex flex-col gap-3">
        <FoundCount show={query !== ''} n={shown.length} />
        {services.length === 0 ? (
          <CatalogueMissing />
        ) : shown.length === 0 ? (
          <NothingFound onShowAll={showAll} />
        ) : (
          <ServiceList services={shown} />
        )}
      </section>
      <OfflineReady />
      <InstallPrompt />
    </PageFrame>
  );
}

function listedOf({ services, agencies }: CatalogueState): Listed {
  return { services: services.map(listedService), agencies };
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
