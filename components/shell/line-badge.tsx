'use client';

import type { LucideIcon } from 'lucide-react';
import CloudOff from 'lucide-react/icons/cloud-off';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import ServerOff from 'lucide-react/icons/server-off';
import Wifi from 'lucide-react/icons/wifi';
import { useTranslation } from 'react-i18next';
import type { LineState } from '@/lib/browser/api';
import { useLine } from '@/lib/browser/use-line';
import '@/lib/i18n/namespaces/shell';

const LOOKS: Record<LineState, { readonly icon: LucideIcon; readonly colour: string }> = {
  checking: { icon: LoaderCircle, colour: 'text-ink-soft' },
  online: { icon: Wifi, colour: 'text-leaf' },
  offline: { icon: CloudOff, colour: 'text-wait' },
  'server-down': { icon: ServerOff, colour: 'text-wait' },
};

/** Whether our server really answered, as icon and words; a change is read aloud. */
export function LineBadge() {
  const { t } = useTranslation('shell');
  const line = useLine();
  const { icon: Icon, colour } = LOOKS[line];
  return (
    <span role="status" className={`inline-flex items-center gap-1 font-semibold ${colour}`}>
      <Icon aria-hidden size={17} className="shrink-0" />
      {t(`line.${line}`)}
    </span>
  );
}
