import type { BoardItem } from '@/lib/browser/api';

/** Where a person looks: what needs them first. */
export const BOARD_GROUPS = ['attention', 'drafts', 'waiting', 'received'] as const;
export type BoardGroup = (typeof BOARD_GROUPS)[number];

/** Group of one item. A returned application needs a person as much as a refused one. */
export function groupOf({ place }: BoardItem): BoardGroup {
  switch (place.kind) {
    case 'attention':
      return 'attention';
    case 'draft':
      return 'drafts';
    case 'waiting':
    case 'sending':
      return 'waiting';
    case 'received':
      return place.status === 'returned' ? 'attention' : 'received';
  }
}

/** Items by group, newest first; every item is in exactly one group. */
export function groupItems(items: readonly BoardItem[]): Readonly<Record<BoardGroup, readonly BoardItem[]>> {
  const groups: Record<BoardGroup, BoardItem[]> = { attention: [], drafts: [], waiting: [], received: [] };
  for (const item of [...items].sort((a, b) => b.at - a.at)) groups[groupOf(item)].push(item);
  return groups;
}
