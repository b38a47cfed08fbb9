import ChevronRight from 'lucide-react/icons/chevron-right';
import Link from 'next/link';
import type { ListedService } from '@/lib/catalogue/listed-service';
import { useFormat } from '@/lib/i18n/use-format';
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
  const { text, digits } = useFormat();
  const Icon = serviceIcon(service);
  const { time } = service;
  return (
    <Link
      prefetch={false}
      href={`/service?id=${encodeURIComponent(service.id)}`}
      className="flex w-full items-center gap-3 rounded-card border border-line bg-paper p-3 text-ink no-underline hover:border-leaf"
    >
      <span className="grid size-12 shrink-0 place-items-center rounded-xl bg-leaf-soft text-leaf">
        <Icon aria-hidden size={26} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{text(service.name)}</span>
        <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
          <span>
            <FeeWords fee={service.fee} />
          </span>
          {time && <span className="line-clamp-2">{digits(text(time))}</span>}
        </span>
      </span>
      <ChevronRight aria-hidden size={22} className="shrink-0 text-ink-soft" />
    </Link>
  );
}
