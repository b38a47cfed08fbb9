import CircleCheck from 'lucide-react/icons/circle-check';
import Clock from 'lucide-react/icons/clock';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import type { CarrierState } from '@/lib/browser/carry-state';
import type { CarriedView } from '@/lib/browser/carry-view';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/carry';

export interface PackageStateProps {
  readonly one: CarriedView;
  /** Why the last run left something; null = nothing keeps it, or it goes now. */
  readonly wait: CarrierState['wait'];
}

/** What waits and why, what was refused and what to do with it; or that everything is there. */
export function PackageState({ one, wait }: PackageStateProps) {
  const { t } = useTranslation('carry');
  const { number } = useFormat();
  const texts = one.items - one.received - one.refused.length;
  const papers = one.files - one.filesSent - one.filesRefused;
  const waiting = texts > 0 ? texts : papers;
  const key = texts > 0 ? 'package.waits' : 'package.paperWaits';
  return (
    <>
      {one.trouble !== null && (
        <Notice tone="need" title={t(`trouble.${one.trouble}.title`)}>
          {t(`trouble.${one.trouble}.body`)}
        </Notice>
      )}
      {one.trouble === null && waiting > 0 && (
        <p className="flex items-center gap-2 font-semibold text-wait">
          <Clock aria-hidden size={20} className="shrink-0" />
          <span>
            {t(key, { n: number(waiting), count: waiting })} {t(`wait.${wait ?? 'soon'}`)}
          </span>
        </p>
      )}
      {waiting === 0 && one.refused.length === 0 && (
        <p className="flex items-center gap-2 font-semibold text-leaf">
          <CircleCheck aria-hidden size={20} className="shrink-0" />
          {t('package.all')}
        </p>
      )}
      {one.refused.length > 0 && (
        <Notice tone="need" title={t('package.refused')}>
          <ul>
            {one.refused.map(({ trackingCode, code }) => (
              <li key={trackingCode}>
                <span className="font-mono tracking-wide">{trackingCode}</span>{' '}
                <span className="text-sm text-ink-soft">({code})</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {one.filesRefused > 0 && (
        <p>{t('package.filesRefused', { n: number(one.filesRefused), count: one.filesRefused })}</p>
      )}
      {one.unreadable > 0 && (
        <p>{t('package.unreadable', { n: number(one.unreadable), count: one.unreadable })}</p>
      )}
      {one.letGo && <p className="text-sm text-ink-soft">{t('package.letGo')}</p>}
    </>
  );
}
