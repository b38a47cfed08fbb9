import { useMemo } from 'react';
import { useBoard } from '@/lib/browser/use-board';
import { type BoardGroup, groupItems } from './board-groups';

/** How many items stand in each group of the board: what the bars say is what the board shows. */
export function useBoardCounts(): Readonly<Record<BoardGroup, number>> & { readonly ready: boolean } {
  const { ready, items } = useBoard();
  return useMemo(() => {
    const groups = groupItems(items);
    return {
      ready,
      attention: groups.attention.length,
      drafts: groups.drafts.length,
      waiting: groups.waiting.length,
      received: groups.received.length,
    };
  }, [ready, items]);
}
