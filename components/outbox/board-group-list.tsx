import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import type { BoardItem } from '@/lib/browser/api';
import '@/lib/i18n/namespaces/board';
import { useFormat } from '@/lib/i18n/use-format';
import type { BoardGroup } from './board-groups';
import { BoardRow } from './board-row';

/** Rows drawn at first and with each press: a thousand at once would make a cheap phone deaf for seconds. */
const ROWS = 30;

/** One group of the board, newest first; how many there are is said, and the rest is one press away. */
export const BoardGroupList = memo(function BoardGroupList({
  group,
  items,
}: {
  readonly group: BoardGroup;
  readonly items: readonly BoardItem[];
}) {
  const { t } = useTranslation('board');
  const { number } = useFormat();
  const [rows, setRows] = useState(ROWS);
  const headingId = `group-${group}`;
  const left = items.length - rows;
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className="mb-2 text-lg font-semibold">
        {t(`group.${group}`)} <span className="font-normal text-ink-soft">{number(items.length)}</span>
      </h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-paper">
        {items.slice(0, rows).map((item) => (
          <BoardRow key={item.id} item={item} />
        ))}
      </ul>
      {left > 0 && (
        <Button look="quiet" onClick={() => setRows(rows + ROWS)}>
          {t('showMore', { n: number(Math.min(ROWS, left)) })}
        </Button>
      )}
    </section>
  );
});
