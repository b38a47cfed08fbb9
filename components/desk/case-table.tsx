import Link from 'next/link';
import { useTranslation } from 'react-i18next';
import { StatusChip } from '@/components/ui/status-chip';
import { useCatalogue } from '@/lib/browser/use-catalogue';
import { formatTrackingCode } from '@/lib/contract/tracking-code';
import type { DeskCaseSummary } from '@/lib/contract/wire';
import '@/lib/i18n/namespaces/desk';
import { useFormat } from '@/lib/i18n/use-format';

/** The officer's list: a table on the PC, cards on a phone. Names are masked; the case itself shows them. */
export function CaseTable({ cases, now }: { cases: readonly DeskCaseSummary[]; now: number }) {
  const { t } = useTranslation('desk');
  const { ready, services } = useCatalogue();
  const format = useFormat();
  const serviceName = (id: string) => {
    const service = services.find((one) => one.id === id);
    // the bare id only where the catalogue really has no words for it
    return service ? format.text(service.name) : ready ? id : '';
  };
  const files = ({ have, of }: DeskCaseSummary['files']) =>
    of === 0 ? t('files.none') : t('files', { have: format.number(have), of: format.number(of) });

  return (
    <table className="w-full border-separate border-spacing-y-2" aria-label={t('list')}>
      <thead className="hidden text-left text-sm text-ink-soft lg:table-header-group">
        <tr>
          <th className="px-3 font-normal">{t('column.code')}</th>
          <th className="px-3 font-normal">{t('column.service')}</th>
          <th className="px-3 font-normal">{t('column.name')}</th>
          <th className="px-3 font-normal">{t('column.from')}</th>
          <th className="px-3 font-normal">{t('column.received')}</th>
          <th className="px-3 font-normal">{t('column.files')}</th>
          <th aria-hidden />
        </tr>
      </thead>
      <tbody className="block lg:table-row-group">
        {cases.map((one) => (
          <tr
            key={one.id}
            className="relative mb-3 flex flex-col gap-1 rounded-card border border-line bg-paper p-4 hover:border-leaf lg:mb-0 lg:table-row lg:border-0 lg:*:border-y lg:*:border-line lg:*:px-3 lg:*:py-3 lg:*:first:rounded-l-card lg:*:first:border-l lg:*:last:rounded-r-card lg:*:last:border-r"
          >
            <td className="font-semibold">
              <Link
                prefetch={false}
                href={`/desk/case?id=${one.id}`}
                className="text-leaf underline-offset-4 after:absolute after:inset-0 hover:underline lg:whitespace-nowrap"
              >
                {formatTrackingCode(one.trackingCode)}
              </Link>
            </td>
            <td>{serviceName(one.serviceId)}</td>
            <td>{one.maskedName}</td>
            <td className="text-ink-soft">
              {one.centreName ? format.text(one.centreName) : t('fromCitizen')}
            </td>
            <td className="text-ink-soft lg:whitespace-nowrap">{format.moment(one.receivedAt, now)}</td>
            <td className="text-ink-soft">{files(one.files)}</td>
            <td>
              <StatusChip state={one.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
