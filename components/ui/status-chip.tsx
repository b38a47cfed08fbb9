import type { LucideIcon } from 'lucide-react';
import BadgeCheck from 'lucide-react/icons/badge-check';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import CirclePause from 'lucide-react/icons/circle-pause';
import CircleX from 'lucide-react/icons/circle-x';
import Clock from 'lucide-react/icons/clock';
import FilePen from 'lucide-react/icons/file-pen';
import Replace from 'lucide-react/icons/replace';
import Send from 'lucide-react/icons/send';
import Undo2 from 'lucide-react/icons/undo-2';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseStatus } from '@/lib/contract/wire';
import '@/lib/i18n/namespaces/common';

export type ChipState = CaseStatus | 'draft' | 'waiting' | 'sending' | 'held' | 'attention' | 'withdrawn';

const CHIPS: Record<ChipState, { readonly icon: LucideIcon; readonly colour: string }> = {
  draft: { icon: FilePen, colour: 'border-line bg-paper text-ink-soft' },
  waiting: { icon: Clock, colour: 'border-wait bg-wait-soft text-wait' },
  sending: { icon: Send, colour: 'border-leaf bg-paper text-leaf' },
  held: { icon: CirclePause, colour: 'border-wait bg-paper text-wait' },
  withdrawn: { icon: Undo2, colour: 'border-line bg-paper text-ink-soft' },
  received: { icon: CircleCheck, colour: 'border-leaf bg-leaf-soft text-leaf' },
  attention: { icon: CircleAlert, colour: 'border-need bg-need-soft text-need' },
  accepted: { icon: BadgeCheck, colour: 'border-leaf bg-leaf text-white' },
  returned: { icon: Undo2, colour: 'border-need bg-need-soft text-need' },
  rejected: { icon: CircleX, colour: 'border-need bg-need-soft text-need' },
  superseded: { icon: Replace, colour: 'border-line bg-paper text-ink-soft' },
};

/** State as icon, word and colour together. `children` replaces the word, e.g. "received at 10:42". */
export function StatusChip({
  state,
  children,
}: {
  readonly state: ChipState;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('common');
  const { icon: Icon, colour } = CHIPS[state];
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-sm font-semibold ${colour}`}
    >
      <Icon aria-hidden size={18} className="shrink-0" />
      {children ?? t(`state.${state}`)}
    </span>
  );
}
