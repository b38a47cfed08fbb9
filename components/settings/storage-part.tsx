import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { useNow } from '@/components/ui/use-now';
import { useBoard } from '@/lib/browser/use-board';
import { useStorage } from '@/lib/browser/use-storage';
import '@/lib/i18n/namespaces/board';
import '@/lib/i18n/namespaces/settings';
import { useFormat } from '@/lib/i18n/use-format';
import { sizeWords } from '../outbox/size-words';
import { Part } from './part';

const MB = 1024 * 1024;
/** Beyond it a number says nothing, and some browsers make it up. */
const MANY = 1000;

/** How full this device is, in words first. */
export function StoragePart() {
  const { t } = useTranslation(['settings', 'board']);
  const { number, moment, digits } = useFormat();
  const { bytesToday } = useBoard();
  const today = sizeWords(bytesToday);
  const { ready, usedBytes, quotaBytes, roomFor, filesStop, persisted, persistAskedAt } = useStorage();
  const now = useNow();
  if (!ready) return null;
  const inMb = (bytes: number) => number(Math.max(1, Math.round(bytes / MB)));
  return (
    <Part title={t('settings:storage.title')}>
      <p>
        {roomFor === null
          ? t('settings:storage.unknown')
          : roomFor > MANY
            ? t('settings:storage.roomForMany', { n: number(MANY) })
            : t('settings:storage.roomFor', { n: number(roomFor), count: roomFor })}
      </p>
      {usedBytes !== null && quotaBytes !== null && (
        <div className="w-full">
          <ProgressBar
            done={usedBytes}
            total={quotaBytes}
            label={t('settings:storage.used', { used: inMb(usedBytes), quota: inMb(quotaBytes) })}
          />
        </div>
      )}
      {bytesToday > 0 && (
        <p>{t('board:dataToday', { size: t(`board:${today.key}`, { n: digits(today.n) }) })}</p>
      )}
      {filesStop && (
        <Notice tone="need" title={t('settings:storage.full.title')}>
          {t('settings:storage.full.body')}
        </Notice>
      )}
      {persisted === false && now !== null && (
        <p className="text-sm text-ink-soft">
          {persistAskedAt === null
            ? t('settings:storage.persistNotAsked')
            : t('settings:storage.notPersisted', { at: moment(persistAskedAt, now) })}
        </p>
      )}
      {persisted === true && <p className="text-sm text-ink-soft">{t('settings:storage.persisted')}</p>}
    </Part>
  );
}
