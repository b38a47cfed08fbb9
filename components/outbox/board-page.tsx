'use client';

import ClipboardList from 'lucide-react/icons/clipboard-list';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import type { BoardItem } from '@/lib/browser/api';
import { useBoard } from '@/lib/browser/use-board';
import '@/lib/i18n/namespaces/board';
import '@/lib/i18n/namespaces/common';
import { useFormat } from '@/lib/i18n/use-format';
import { BoardFacts } from './board-facts';
import { BOARD_GROUPS, type BoardGroup, groupItems } from './board-groups';
import { BoardNewsLine } from './board-news-line';
import { BoardRow } from './board-row';
import { OthersWork } from './others-work';
import { SendNowButton } from './send-now-button';

/** Today's work: what needs a person, drafts, what waits and why, what has arrived. */
export function BoardPage() {
  const { t } = useTranslation(['board', 'common']);
  const { ready, items, othersWork } = useBoard();
  const groups = groupItems(items);
  return (
    <PageFrame title={t('board:title')} width="wide" aside={<SendNowButton />}>
      <BoardFacts />
      {!ready && <p className="text-ink-soft">{t('common:loading')}</p>}
      <BoardNewsLine />
      {ready && othersWork > 0 && <OthersWork count={othersWork} />}
      {ready && items.length === 0 && othersWork === 0 && <NothingYet />}
      {BOARD_GROUPS.map(
        (group) => groups[group].length > 0 && <Group key={group} group={group} items={groups[group]} />,
      )}
    </PageFrame>
  );
}

function Group({ group, items }: { readonly group: BoardGroup; readonly items: readonly BoardItem[] }) {
  const { t } = useTranslation('board');
  const { number } = useFormat();
  const headingId = `group-${group}`;
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className="mb-2 text-lg font-semibold">
        {t(`group.${group}`)} <span className="font-normal text-ink-soft">{number(items.length)}</span>
      </h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-paper">
        {items.map((item) => (
          <BoardRow key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

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
