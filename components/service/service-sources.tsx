import { useTranslation } from 'react-i18next';
import { Disclosure } from '@/components/ui/disclosure';
import type { ServiceDefinition } from '@/lib/forms/definition';
import '@/lib/i18n/namespaces/service';

/** Where these facts come from, as they were found; folded away. */
export function ServiceSources({ service }: { readonly service: ServiceDefinition }) {
  const { t } = useTranslation('service');
  if (service.sources.length === 0) return null;
  return (
    <Disclosure summary={t('sources')}>
      <ul lang="en" className="list-disc space-y-1 pl-5 text-sm break-words text-ink-soft">
        {service.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
