import { useTranslation } from 'react-i18next';
import { ProgressBar } from '@/components/ui/progress-bar';
import { StatusChip } from '@/components/ui/status-chip';
import { useNow } from '@/components/ui/use-now';
import type { BoardItem } from '@/lib/browser/api';
import '@/lib/i18n/namespaces/board';
import { useFormat } from '@/lib/i18n/use-format';
import { MendButton } from './mend-button';

type Received = Extract<BoardItem['place'], { kind: 'received' }>;

/** What the department has said since, and how many papers have arrived. */
export function ReceivedDetail({ id, place }: { readonly id: string; readonly place: Received }) {
  const { t } = useTranslation('board');
  const { number, moment } = useFormat();
  const now = useNow();
  const { status, statusAt, note, files } = place;
  return (
    <>
      {status !== 'received' && (
        <p className="flex flex-wrap items-center gap-2">
          <StatusChip state={status} />
          <span className="text-sm text-ink-soft">{now !== null && moment(statusAt, now)}</span>
        </p>
      )}
      {note && (
        <p className="mt-1 border-l-4 border-need pl-3">
          <span className="font-semibold">{t('note')}</span> {note}
        </p>
      )}
      {files.have < files.of && (
        <ProgressBar
          done={files.have}
          total={files.of}
          label={t('files', { have: number(files.have), of: number(files.of) })}
        />
      )}
      {files.of > 0 && files.have >= files.of && (
        <p className="text-sm text-ink-soft">{t('filesAll', { of: number(files.of) })}</p>
      )}
      {status === 'returned' && (
        <div className="mt-2 flex flex-wrap gap-2">
          <MendButton id={id} />
        </div>
      )}
    </>
  );
}
