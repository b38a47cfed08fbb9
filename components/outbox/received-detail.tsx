import { useTranslation } from 'react-i18next';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { BoardItem } from '@/lib/browser/api';
import '@/lib/i18n/namespaces/board';
import { useFormat } from '@/lib/i18n/use-format';

type Received = Extract<BoardItem['place'], { kind: 'received' }>;

/** What the department has said since, and how many papers have arrived. */
export function ReceivedDetail({ place }: { readonly place: Received }) {
  const { t } = useTranslation('board');
  const { number } = useFormat();
  const { note, files, filePercent, filesRefused = 0 } = place;
  return (
    <>
      {note && (
        <p className="mt-1 border-l-4 border-need pl-3">
          <span className="font-semibold">{t('note')}</span> {note}
        </p>
      )}
      {files.have < files.of && (
        <ProgressBar
          done={files.have + (filePercent ?? 0) / 100}
          total={files.of}
          label={
            filePercent === null
              ? t('files', { have: number(files.have), of: number(files.of) })
              : t('filesPercent', {
                  have: number(files.have),
                  of: number(files.of),
                  nth: number(Math.min(files.have + 1, files.of)),
                  percent: number(filePercent),
                })
          }
        />
      )}
      {filesRefused > 0 && <p>{t('filesRefused', { n: number(filesRefused), count: filesRefused })}</p>}
      {files.of > 0 && files.have >= files.of && (
        <p className="text-sm text-ink-soft">{t('filesAll', { of: number(files.of) })}</p>
      )}
    </>
  );
}
