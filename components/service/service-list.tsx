import ListChecks from 'lucide-react/icons/list-checks';
import Link from 'next/link';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedService } from '@/lib/catalogue/listed-service';
import '@/lib/i18n/namespaces/service';
import { useFormat } from '@/lib/i18n/use-format';
import { bringAddress } from './bring-address';
import { FeeWords } from './fee-words';
import { serviceIcon } from './service-icon';

/** Services as a person looks for them: picture, name, what it costs, how long it takes. */
export function ServiceList({ services }: { readonly services: readonly ListedService[] }) {
  return (
    <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
      {services.map((service) => (
        <li key={service.id} className="flex">
          <ServiceCard service={service} />
        </li>
      ))}
    </ul>
  );
}

function ServiceCard({ service }: { readonly service: ListedService }) {
  const { t } = useTranslation('service');
  const { text, digits } = useFormat();
  const nameId = useId();
  const Icon = serviceIcon(service);
  const { time } = service;
  return (
    <div className="flex w-full rounded-card border border-line bg-paper hover:border-leaf">
      <Link
        prefetch={false}
        href={`/service?id=${encodeURIComponent(service.id)}`}
        className="flex min-w-0 flex-1 items-center gap-3 p-3 text-ink no-underline"
      >
        <span className="grid size-12 shrink-0 place-items-center rounded-xl bg-leaf-soft text-leaf">
          <Icon aria-hidden size={26} />
        </span>
        <span className="min-w-0 flex-1">
          <span id={nameId} className="block font-semibold">
            {text(service.name)}
          </span>
          <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
            <span>
              <FeeWords fee={service.fee} />
            </span>
            {time && <span className="line-clamp-2">{digits(text(time))}</span>}
          </span>
        </span>
      </Link>
      <Link
        prefetch={false}
        href={bringAddress(service.id)}
        aria-describedby={nameId}
        className="flex min-w-16 shrink-0 flex-col items-center justify-center gap-0.5 border-l border-line px-2 text-center text-sm leading-snug font-semibold no-underline"
      >
        <ListChecks aria-hidden size={22} />
        {t('bring.short')}
      </Link>
    </div>
  );
}
