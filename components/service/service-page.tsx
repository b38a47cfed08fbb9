'use client';

import CloudDownload from 'lucide-react/icons/cloud-download';
import FileQuestionMark from 'lucide-react/icons/file-question-mark';
import ListChecks from 'lucide-react/icons/list-checks';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { useCatalogue } from '@/lib/browser/use-catalogue';
import { useServiceForm } from '@/lib/browser/use-service-form';
import type { ServiceDefinition } from '@/lib/forms/definition';
import '@/lib/i18n/namespaces/common';
import '@/lib/i18n/namespaces/service';
import { useFormat } from '@/lib/i18n/use-format';
import type { LocalText } from '@/lib/shared/locale';
import { bringAddress } from './bring-address';
import { ServiceFees } from './service-fees';
import { ServicePapers } from './service-papers';
import { ServiceSources } from './service-sources';
import { StartApplication } from './start-application';

// Loaded when asked for: it brings the form's engine along.
const BringView = dynamic(() => import('@/components/bring/bring-view'), {
  ssr: false,
  loading: () => <Waiting />,
});

/** Everything a person asks before work starts: who, which papers, how much, how long. */
export function ServicePage() {
  return (
    <Suspense fallback={<Waiting />}>
      <ServiceOfAddress />
    </Suspense>
  );
}

function ServiceOfAddress() {
  const address = useSearchParams();
  const id = address.get('id');
  const { services } = useCatalogue();
  const form = useServiceForm(id);
  const known = services.find((candidate) => candidate.id === id);
  switch (form.status) {
    case 'here':
      if (address.get('view') === 'bring')
        return <BringView definition={form.definition} optionSets={form.optionSets} />;
      return <ServiceFacts service={form.definition} />;
    case 'not-here':
      return <FormNotHere name={known?.name} />;
    case 'unknown':
      return <UnknownService />;
    case 'loading':
      return <Waiting name={known?.name} />;
  }
}

function ServiceFacts({ service }: { readonly service: ServiceDefinition }) {
  const { t } = useTranslation('service');
  const { text, digits } = useFormat();
  const { agencies } = useCatalogue();
  const agency = agencies.find(({ id }) => id === service.agency);
  return (
    <PageFrame
      title={text(service.name)}
      lead={agency && text(agency.name)}
      back="/"
      actions={<StartApplication serviceId={service.id} />}
    >
      {!service.confirmed && (
        <Notice tone="wait" title={t('unconfirmed.title')}>
          {t('unconfirmed.body')}
        </Notice>
      )}
      <Part title={t('who')}>
        <p>{text(service.whoApplies)}</p>
      </Part>
      <Part title={t('papers')}>
        <ServicePapers documents={service.documents} />
        <LinkButton
          look="secondary"
          icon={ListChecks}
          href={bringAddress(service.id)}
          className="mt-3 w-full md:w-auto"
        >
          {t('bring')}
        </LinkButton>
      </Part>
      <Part title={t('fees')}>
        <ServiceFees fee={service.fee} />
      </Part>
      <Part title={t('time')}>
        <p>{service.processingTime.text ? digits(text(service.processingTime.text)) : t('time.unknown')}</p>
      </Part>
      <ServiceSources service={service} />
    </PageFrame>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Waiting({ name }: { readonly name?: LocalText | undefined }) {
  const { t } = useTranslation(['service', 'common']);
  const { text } = useFormat();
  return (
    <PageFrame title={name ? text(name) : t('service:title')} back="/">
      <p className="text-ink-soft">{t('common:loading')}</p>
    </PageFrame>
  );
}

function FormNotHere({ name }: { readonly name: LocalText | undefined }) {
  const { t } = useTranslation('service');
  const { text } = useFormat();
  return (
    <PageFrame title={name ? text(name) : t('title')} back="/">
      <EmptyState
        icon={CloudDownload}
        title={t('notHere.title')}
        action={<LinkButton href="/">{t('missing.action')}</LinkButton>}
      >
        {t('notHere.body')}
      </EmptyState>
    </PageFrame>
  );
}

function UnknownService() {
  const { t } = useTranslation('service');
  return (
    <PageFrame title={t('title')} back="/">
      <EmptyState
        icon={FileQuestionMark}
        title={t('missing.title')}
        action={<LinkButton href="/">{t('missing.action')}</LinkButton>}
      >
        {t('missing.body')}
      </EmptyState>
    </PageFrame>
  );
}
