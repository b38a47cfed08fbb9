import type { LucideIcon } from 'lucide-react';
import BadgeCheck from 'lucide-react/icons/badge-check';
import Circle from 'lucide-react/icons/circle';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleX from 'lucide-react/icons/circle-x';
import Undo2 from 'lucide-react/icons/undo-2';
import { useTranslation } from 'react-i18next';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { useNow } from '@/components/ui/use-now';
import { useCatalogue } from '@/lib/browser/use-catalogue';
import type { CaseStatus, TrackResponse } from '@/lib/contract/wire';
import '@/lib/i18n/namespaces/track';
import { useFormat } from '@/lib/i18n/use-format';

const ICONS: Record<CaseStatus, LucideIcon> = {
  received: CircleCheck,
  accepted: BadgeCheck,
  returned: Undo2,
  rejected: CircleX,
  superseded: Undo2,
};

/** The way of a case so far as a line of steps, and what comes next. */
export function TrackSteps({ track }: { readonly track: TrackResponse }) {
  const { t } = useTranslation('track');
  if (track.status === 'unknown')
    return (
      <Notice tone="need" title={t('unknown.title')}>
        {t('unknown.body')}
      </Notice>
    );
  return (
    <Card className="flex flex-col gap-4">
      <ServiceName serviceId={track.serviceId} />
      <ol className="flex flex-col">
        {track.steps.map((step) => (
          <Step key={`${step.status}${step.at}`} {...step} />
        ))}
        {track.status === 'received' && <NextStep />}
      </ol>
      <p className="font-semibold">{t(`now.${track.status}`)}</p>
      <FilesLine files={track.files} />
    </Card>
  );
}

function ServiceName({ serviceId }: { readonly serviceId: string | undefined }) {
  const { text } = useFormat();
  const { services } = useCatalogue();
  const service = services.find(({ id }) => id === serviceId);
  return service ? <h2 className="text-lg font-semibold">{text(service.name)}</h2> : null;
}

function Step({ status, at, note }: TrackResponse['steps'][number]) {
  const { t } = useTranslation('track');
  const { moment } = useFormat();
  const now = useNow();
  const Icon = ICONS[status];
  const needs = status === 'returned' || status === 'rejected';
  return (
    <li className="relative flex gap-3 pb-4 last:pb-0 not-last:before:absolute not-last:before:top-7 not-last:before:bottom-0 not-last:before:left-[13px] not-last:before:w-0.5 not-last:before:bg-leaf">
      <Icon aria-hidden size={28} className={`shrink-0 ${needs ? 'text-need' : 'text-leaf'}`} />
      <div>
        <p className="font-semibold">{t(`step.${status}`)}</p>
        <p className="text-sm text-ink-soft">{now !== null && moment(at, now)}</p>
        {note && <p className="mt-1 border-l-4 border-need pl-3">{note}</p>}
      </div>
    </li>
  );
}

function NextStep() {
  const { t } = useTranslation('track');
  return (
    <li className="flex gap-3">
      <Circle aria-hidden size={28} className="shrink-0 text-ink-soft" />
      <p className="text-ink-soft">{t('step.next')}</p>
    </li>
  );
}

function FilesLine({ files }: { readonly files: TrackResponse['files'] }) {
  const { t } = useTranslation('track');
  const { number } = useFormat();
  if (!files || files.of === 0) return null;
  const words = t('files', { have: number(files.have), of: number(files.of) });
  return <ProgressBar done={files.have} total={files.of} label={words} />;
}
