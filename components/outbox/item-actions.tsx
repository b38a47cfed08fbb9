'use client';

import CirclePause from 'lucide-react/icons/circle-pause';
import FileDown from 'lucide-react/icons/file-down';
import Play from 'lucide-react/icons/play';
import Send from 'lucide-react/icons/send';
import Undo2 from 'lucide-react/icons/undo-2';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import type { BoardItem } from '@/lib/browser/api';
import { retryItem, steerItem, withdrawItem } from '@/lib/browser/sync-now';
import '@/lib/i18n/namespaces/board';
import { type BoardNews, tellBoard } from './board-news';
import { saveItem } from './save-item';
import { WithdrawDialog } from './withdraw-dialog';

/** What a person can do with one application in the queue. The rows themselves say what came of it. */
export function ItemActions({ item }: { readonly item: BoardItem }) {
  const { t } = useTranslation('board');
  const [isAsking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const { id, place } = item;
  const act = (news: BoardNews, work: () => Promise<boolean>) => async () => {
    setBusy(true);
    const done = await work().catch(() => false);
    setBusy(false);
    tellBoard(done ? news : 'not-possible');
  };
  const sendNow = act('tried', () => retryItem(id).then(() => true));
  const hold = act('held', () => steerItem(id, { type: 'hold-asked' }));
  const letGo = act('let-go', () => steerItem(id, { type: 'hold-ended' }));
  const undo = act('undone', () => steerItem(id, { type: 'withdrawal-undone' }));
  const save = act('saved', () => saveItem(id));
  const withdraw = act('withdrawn', () => withdrawItem(id));

  if (place.kind === 'received') return <p>{t('withdraw.received')}</p>;
  if (place.kind === 'withdrawn')
    return place.canUndo ? (
      <div>
        <Button look="secondary" icon={Undo2} busy={busy} onClick={() => void undo()}>
          {t('action.undo')}
        </Button>
      </div>
    ) : (
      <p>{t('withdrawn.gone')}</p>
    );
  const isHeld = (place.kind === 'waiting' || place.kind === 'sending') && place.held;
  const canSend =
    place.kind === 'waiting' || (place.kind === 'attention' && place.problem.code !== 'damaged');
  const isDamaged = place.kind === 'attention' && place.problem.code === 'damaged';
  return (
    <div className="flex flex-wrap gap-2">
      {canSend && !isHeld && (
        <Button look="secondary" icon={Send} busy={busy} onClick={() => void sendNow()}>
          {t('action.sendThis')}
        </Button>
      )}
      {isHeld && (
        <Button look="secondary" icon={Play} busy={busy} onClick={() => void letGo()}>
          {t('action.letGo')}
        </Button>
      )}
      {place.kind !== 'attention' && !isHeld && (
        <Button look="secondary" icon={CirclePause} busy={busy} onClick={() => void hold()}>
          {t('action.hold')}
        </Button>
      )}
      <Button look="secondary" icon={FileDown} busy={busy} onClick={() => void save()}>
        {t('action.export')}
      </Button>
      {!isDamaged && (
        <Button look="danger" icon={Undo2} busy={busy} onClick={() => setAsking(true)}>
          {t('action.withdraw')}
        </Button>
      )}
      {isAsking && (
        <WithdrawDialog
          item={item}
          onClose={() => setAsking(false)}
          onWithdraw={() => {
            setAsking(false);
            void withdraw();
          }}
        />
      )}
    </div>
  );
}
