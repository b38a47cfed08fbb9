import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { useStorage } from '@/lib/browser/use-storage';
import '@/lib/i18n/namespaces/settings';
import { useFormat } from '@/lib/i18n/use-format';
import { Part } from './part';

const MB = 1024 * 1024;

/** How full this device is, in words first. */
export function StoragePart() {
  const { t } = useTranslation('settings');
  const { number } = useFormat();
  const { ready, usedBytes, quotaBytes, roomFor, filesStop, persisted } = useStorage();
  if (!ready) return null;
  const inMb = (bytes: number) => number(Math.max(1, Math.round(bytes / MB)));
  return (
    <Part title={t('storage.title')}>
      <p>
        {roomFor === null
          ? t('storage.unknown')
          : t('storage.roomFor', { n: number(roomFor), count: roomFor })}
      </p>
      {usedBytes !== null && quotaBytes !== null && (
        <div className="w-full">
          <ProgressBar
            done={usedBytes}
            total={quotaBytes}
            label={t('storage.used', { used: inMb(usedBytes), quota: inMb(quotaBytes) })}
          />
        </div>
      )}
      {filesStop && (
        <Notice tone="need" title={t('storage.full.title')}>
          {t('storage.full.body')}
        </Notice>
      )}
      {persisted === false && <p className="text-sm text-ink-soft">{t('storage.notPersisted')}</p>}
      {persisted === true && <p className="text-sm text-ink-soft">{t('storage.persisted')}</p>}
    </Part>
  );
}
