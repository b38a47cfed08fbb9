import CircleCheck from 'lucide-react/icons/circle-check';
import Clock from 'lucide-react/icons/clock';
import Undo2 from 'lucide-react/icons/undo-2';
import { useTranslation } from 'react-i18next';
import { formatBanglaDate } from '@/lib/bangla/bangla-calendar';
import { zonedParts } from '@/lib/bangla/dhaka-date';
import type { SlipState } from '@/lib/browser/api';
import { formatTrackingCode } from '@/lib/contract/tracking-code';
import '@/lib/i18n/namespaces/common';
import '@/lib/i18n/namespaces/slip';
import { useFormat } from '@/lib/i18n/use-format';
import { SlipFee } from './slip-fee';
import { SlipQr } from './slip-qr';
import { trackAddress } from './track-address';

/** The paper the citizen takes home. It says in words whether the government has it; nothing here depends on colour. */
export function SlipSheet({ slip, origin }: { readonly slip: SlipState; readonly origin: string }) {
  const { t } = useTranslation('slip');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const code = formatTrackingCode(slip.trackingCode);
  const day = zonedParts(slip.queuedAt).date;
  const isReceived = slip.receivedAt !== null;
  const { standing } = slip;
  const isWithdrawn = standing?.kind === 'withdrawn';
  const Icon = isReceived ? CircleCheck : isWithdrawn ? Undo2 : Clock;
  const name = t(isReceived ? 'received' : isWithdrawn ? 'withdrawn' : 'provisional');
  const rows: readonly (readonly [string, string])[] = [
    [t('service'), slip.definition ? format.text(slip.definition.name) : slip.serviceId],
    ...(slip.name === null ? [] : [[t('name'), slip.name] as const]),
    [
      t('date'),
      `${format.date(day)}, ${format.time(slip.queuedAt)} (${formatBanglaDate(day, format.locale)})`,
    ],
    [t('centre'), slip.centre ? format.text(slip.centre.name) : t('own')],
    [t('papers'), t('papers.count', { n: format.number(slip.filesAnnounced) })],
  ];
  return (
    <article
      aria-label={name}
      className="mx-auto w-full max-w-2xl rounded-card border border-line bg-paper p-5 print:max-w-none print:rounded-none print:border-0 print:p-0"
    >
      <header className="flex items-baseline justify-between gap-3 border-b border-line pb-2">
        <p className="text-xl font-semibold text-leaf print:text-black">{common('appName')}</p>
        <p className="font-semibold">{name}</p>
      </header>
      <div
        className={`my-4 flex items-start gap-3 rounded-lg border-2 p-3 print:border-black ${isReceived ? 'border-leaf bg-leaf-soft' : 'border-wait bg-wait-soft'}`}
      >
        <Icon aria-hidden size={26} className="mt-1 shrink-0" />
        <div>
          <p className="font-semibold">
            {isWithdrawn
              ? t('withdrawn.title', { at: format.moment(standing.at, slip.queuedAt) })
              : slip.receivedAt === null
                ? t('provisional.title')
                : t('received.title', { at: format.moment(slip.receivedAt, slip.queuedAt) })}
          </p>
          <p>{t(leadOf(slip))}</p>
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div>
          <p className="text-ink-soft">{t('code')}</p>
          <p className="text-3xl font-semibold tracking-wide whitespace-nowrap">{code}</p>
          <p className="mt-2 text-ink-soft">{t('check')}</p>
          <p className="text-3xl font-semibold tracking-widest">{format.digits(slip.check)}</p>
        </div>
        {origin !== '' && <SlipQr text={origin + trackAddress(slip)} label={t('qr')} />}
      </div>
      <dl className="mt-4">
        {rows.map(([label, value]) => (
          <div key={label} className="flex flex-wrap justify-between gap-x-4 border-t border-line py-1.5">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="min-w-0 break-words text-right font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {slip.fee !== null && <SlipFee fee={slip.fee} atCentre={slip.centre !== null} />}
      {!isWithdrawn && <p className="mt-4">{t('keep')}</p>}
      {origin !== '' && (
        <p className="text-sm text-ink-soft">
          {t('where')}: <span className="break-all">{`${origin}/track`}</span>
        </p>
      )}
    </article>
  );
}

/** What follows for the citizen, as the key of its words. */
function leadOf({ standing }: SlipState) {
  if (standing === null) return 'received.lead';
  if (standing.kind === 'stopped') return standing.mayHaveArrived ? 'stopped.maybe' : 'stopped.lead';
  if (standing.kind === 'waiting') return 'provisional.lead';
  return standing.mayHaveArrived ? 'withdrawn.maybe' : 'withdrawn.lead';
}
