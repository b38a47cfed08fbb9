import Feather from 'lucide-react/icons/feather';
import FileDown from 'lucide-react/icons/file-down';
import { useTranslation } from 'react-i18next';
import { downloadFile } from '@/components/settings/download-file';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { useNow } from '@/components/ui/use-now';
import type { CarriedView } from '@/lib/browser/carry-view';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/carry';
import { PackageState, type PackageStateProps } from './package-state';
import { RemovePackageButton } from './remove-package-button';

const actions = () => import('@/lib/browser/carry-actions');

/** One package: where it comes from, how far it has come, what keeps it, and what can be done. */
export function PackageCard(props: PackageStateProps) {
  const { one } = props;
  const { t } = useTranslation('carry');
  const { number, moment } = useFormat();
  const now = useNow();
  const facts = [
    t('package.items', { n: number(one.items), count: one.items }),
    ...(one.files > 0 ? [t('package.files', { n: number(one.files), count: one.files })] : []),
    ...(now === null ? [] : [t('package.exported', { at: moment(one.exportedAt, now) })]),
  ];
  return (
    <li className="flex flex-col gap-3 rounded-card border border-line bg-paper p-4">
      <div>
        <h3 className="font-semibold">
          {one.deviceCode === null ? t('package.nameless') : t('package.name', { code: one.deviceCode })}
        </h3>
        <p className="text-sm text-ink-soft">{facts.join(' · ')}</p>
      </div>
      {one.whole ? (
        <>
          <ProgressBar
            done={one.received}
            total={one.items}
            label={t('package.arrived', { have: number(one.received), of: number(one.items) })}
          />
          {one.files > 0 && (
            <ProgressBar
              done={one.filesSent}
              total={one.files}
              label={t('package.filesArrived', { have: number(one.filesSent), of: number(one.files) })}
            />
          )}
          <PackageState {...props} />
        </>
      ) : (
        <Notice tone="need" title={t('package.half.title')}>
          {t('package.half.body')}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        {one.received > 0 && (
          <Button look="secondary" icon={FileDown} onClick={() => void giveReceipts(one.id)}>
            {t('action.receipts')}
          </Button>
        )}
        {isDone(one) && !one.letGo && (
          <Button
            look="quiet"
            icon={Feather}
            onClick={() => void actions().then((act) => act.letGoCarried(one.id))}
          >
            {t('action.letGo')}
          </Button>
        )}
        <RemovePackageButton id={one.id} done={isDone(one)} />
      </div>
    </li>
  );
}

async function giveReceipts(id: string): Promise<void> {
  const file = await (await actions()).saveReceipts(id);
  if (file) downloadFile(file.blob, file.fileName);
}

/** Everything in it that can arrive has arrived. */
export function isDone(one: CarriedView): boolean {
  return one.whole && one.received === one.items && one.filesSent + one.filesRefused === one.files;
}
