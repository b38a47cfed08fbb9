import { useMemo } from 'react';
import { useBoard } from '@/lib/browser/use-board';
import { type BoardGroup, filesAreOnTheWay, groupItems } from './board-groups';

type BoardCounts = Readonly<Record<BoardGroup, number>> & {
  readonly ready: boolean;
  /** Received applications of which files are still on this device alone. */
  readonly filesOnTheWay: number;
};

/** How many items stand in each group of the board: what the bars say is what the board shows. */
export function useBoardCounts(): BoardCounts {
  const { ready, items } = useBoard();
  return useMemo(() => {
    const groups = groupItems(items);
    return {
      ready,
      attention: groups.attention.length,
      drafts: groups.drafts.length,
      waiting: groups.waiting.length,
      received: groups.received.length,
      withdrawn: groups.withdrawn.length,
      filesOnTheWay: items.filter(filesAreOnTheWay).length,
    };
  }, [ready, items]);
}
