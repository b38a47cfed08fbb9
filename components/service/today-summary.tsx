import type { LucideIcon } from 'lucide-react';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Clock from 'lucide-react/icons/clock';
import FilePen from 'lucide-react/icons/file-pen';
import Link from 'next/link';
import { useTranslation } from 'react-i18next';
import { useBoardCounts } from '@/components/outbox/use-board-counts';
import { useNow } from '@/components/ui/use-now';
import { useBoard } from '@/lib/browser/use-board';
import '@/lib/i18n/namespaces/common';
import '@/lib/i18n/namespaces/home';
import { useFormat } from '@/lib/i18n/use-format';

/** What is mine today, in four numbers, and when the server was last reached. Nothing while there is nothing. */
export function TodaySummary() {
  const { t } = useTranslation(['home', 'common']);
  const { moment } = useFormat();
  const { lastContact } = useBoard();
  const { ready, ...counts } = useBoardCounts();
  const now = useNow();
  const any = counts.drafts + counts.waiting + counts.attention + counts.received > 0;
  if (!ready || !any) return null;
  return (
    <Link
      prefetch={false}
      href="/board"
      className="block rounded-card border border-line bg-paper p-3 text-ink no-underline hover:border-leaf"
    >
      <span className="mb-2 flex flex-wrap justify-between gap-x-4">
        <span className="font-semibold">{t('home:today')}</span>
        <span className="text-sm text-ink-soft">
          {lastContact !== null && now !== null && t('home:lastContact', { at: moment(lastContact, now) })}
        </span>
      </span>
      <span className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        <Count
          icon={CircleAlert}
          colour="text-need"
          words={t('common:state.attention')}
          n={counts.attention}
        />
        <Count icon={FilePen} colour="text-ink-soft" words={t('common:state.draft')} n={counts.drafts} />
        <Count icon={Clock} colour="text-wait" words={t('common:state.waiting')} n={counts.waiting} />
        <Count icon={CircleCheck} colour="text-leaf" words={t('common:state.received')} n={counts.received} />
      </span>
    </Link>
  );
}

interface CountProps {
  readonly icon: LucideIcon;
  readonly colour: string;
  readonly words: string;
  readonly n: number;
}

function Count({ icon: Icon, colour, words, n }: CountProps) {
  const { number } = useFormat();
  return (
    <span className="flex items-center gap-2">
      <Icon aria-hidden size={20} className={`shrink-0 ${n > 0 ? colour : 'text-ink-soft'}`} />
      <span>{words}</span>
      <span className="font-semibold">{number(n)}</span>
    </span>
  );
}
