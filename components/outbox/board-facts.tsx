import type { LucideIcon } from 'lucide-react';
import ArrowDownUp from 'lucide-react/icons/arrow-down-up';
import HardDrive from 'lucide-react/icons/hard-drive';
import History from 'lucide-react/icons/history';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '@/components/ui/use-now';
import { useBoard } from '@/lib/browser/use-board';
import '@/lib/i18n/namespaces/board';
import { useFormat } from '@/lib/i18n/use-format';
import { sizeWords } from './size-words';

/** Beyond it a number says nothing, and some browsers make it up. */
const MANY = 1000;

/** When the server was last reached, how much still fits on this device, and what today's calls took of the data pack. */
export function BoardFacts() {
  const { t } = useTranslation('board');
  const { moment, number, digits } = useFormat();
  const { ready, lastContact, roomFor, bytesToday } = useBoard();
  const now = useNow();
  if (!ready || now === null) return null;
  const today = sizeWords(bytesToday);
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      <Fact icon={History}>
        {lastContact === null ? t('neverContact') : t('lastContact', { at: moment(lastContact, now) })}
      </Fact>
      <Fact icon={HardDrive}>
        {roomFor === null
          ? t('roomUnknown')
          : roomFor > MANY
            ? t('roomForMany', { n: number(MANY) })
            : t('roomFor', { n: number(roomFor), count: roomFor })}
      </Fact>
      <Fact icon={ArrowDownUp}>
        {bytesToday === 0 ? t('dataNone') : t('dataToday', { size: t(today.key, { n: digits(today.n) }) })}
      </Fact>
    </ul>
  );
}

function Fact({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }) {
  return (
    <li className="flex items-center gap-2 text-sm">
      <Icon aria-hidden size={18} className="shrink-0 text-ink-soft" />
      {children}
    </li>
  );
}
