'use client';

import type { LucideIcon } from 'lucide-react';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Clock from 'lucide-react/icons/clock';
import FileUp from 'lucide-react/icons/file-up';
import Link from 'next/link';
import { useTranslation } from 'react-i18next';
import { useBoardCounts } from '@/components/outbox/use-board-counts';
import '@/lib/i18n/namespaces/shell';
import { useFormat } from '@/lib/i18n/use-format';
import { LineBadge } from './line-badge';

/** Answers at a glance: the line, what waits, what needs a person. One tap opens the board. */
export function StatusStrip() {
  const { t } = useTranslation('shell');
  const { number } = useFormat();
  const { ready, ...counts } = useBoardCounts();
  const clear = ready && counts.waiting === 0 && counts.attention === 0 && counts.filesOnTheWay === 0;
  return (
    <Link
      prefetch={false}
      href="/board"
      className="flex min-h-9 basis-full flex-wrap items-center gap-x-2.5 gap-y-0.5 py-1 text-[0.82rem] text-ink no-underline md:basis-auto md:gap-x-4"
    >
      <LineBadge />
      {counts.waiting > 0 && (
        <Count icon={Clock} colour="text-wait" words={t('counts.waiting', { n: number(counts.waiting) })} />
      )}
      {counts.filesOnTheWay > 0 && (
        <Count
          icon={FileUp}
          colour="text-wait"
          words={t('counts.files', { n: number(counts.filesOnTheWay) })}
        />
      )}
      {counts.attention > 0 && (
        <Count
          icon={CircleAlert}
          colour="text-need"
          words={t('counts.attention', { n: number(counts.attention) })}
        />
      )}
      {clear && counts.received > 0 && (
        <Count icon={CircleCheck} colour="text-leaf" words={t('counts.clear')} />
      )}
      <span className="sr-only">{t('status.open')}</span>
    </Link>
  );
}

function Count({
  icon: Icon,
  colour,
  words,
}: {
  readonly icon: LucideIcon;
  readonly colour: string;
  readonly words: string;
}) {
  return (
    <span className={`inline-flex items-center gap-1 font-semibold ${colour}`}>
      <Icon aria-hidden size={17} className="shrink-0" />
      {words}
    </span>
  );
}
