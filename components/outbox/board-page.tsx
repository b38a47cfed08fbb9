'use client';

import ClipboardList from 'lucide-react/icons/clipboard-list';
import dynamic from 'next/dynamic';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IosKeepNotice } from '@/components/shell/ios-keep-notice';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import type { BoardItem } from '@/lib/browser/api';
import { useBoard } from '@/lib/browser/use-board';
import { useNeverArrived } from '@/lib/browser/use-never-arrived';
import '@/lib/i18n/namespaces/board';
import '@/lib/i18n/namespaces/common';
import { BoardFacts } from './board-facts';
import { BoardGroupList } from './board-group-list';
import { BOARD_GROUPS, groupItems } from './board-groups';
import { BoardNewsLine } from './board-news-line';
import { OthersWork } from './others-work';
import { SendNowButton } from './send-now-button';

// Most devices never lose anything.
const NeverArrived = dynamic(() => import('./never-arrived'), { ssr: false });

/** Today's work: what needs a person, drafts, what waits and why, what has arrived. */
export function BoardPage() {
  const { t } = useTranslation(['board', 'common']);
  // A key or a tap goes before the rows of a queue that is going.
  const { ready, items, othersWork } = useDeferredValue(useBoard());
  const missing = useNeverArrived();
  const groups = useMemo(() => groupItems(items), [items]);
  return (
    <PageFrame title={t('board:title')} width="wide" aside={<SendNowButton />}>
      <BoardFacts />
      {!ready && <p className="text-ink-soft">{t('common:loading')}</p>}
      <BoardNewsLine />
      {missing.length > 0 && <NeverArrived items={missing} />}
      {ready && items.some(isUnreceived) && <IosKeepNotice hasWork />}
      {ready && othersWork > 0 && <OthersWork count={othersWork} />}
      {ready && items.length === 0 && othersWork === 0 && <NothingYet />}
      {BOARD_GROUPS.map(
        (group) =>
          groups[group].length > 0 && <BoardGroupList key={group} group={group} items={groups[group]} />,
      )}
    </PageFrame>
  );
}

/** Would be lost with the device: drafts, and what has not arrived. */
const isUnreceived = ({ place }: BoardItem): boolean =>
  place.kind !== 'received' && place.kind !== 'withdrawn';

function NothingYet() {
  const { t } = useTranslation('board');
  return (
    <EmptyState
      icon={ClipboardList}
      title={t('empty.title')}
      action={<LinkButton href="/">{t('empty.action')}</LinkButton>}
    >
      {t('empty.body')}
    </EmptyState>
  );
}
