import type { BoardItem } from '@/lib/browser/api';

/** Where a person looks: what needs them first. */
export const BOARD_GROUPS = ['attention', 'drafts', 'waiting', 'received', 'withdrawn'] as const;
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
    case 'withdrawn':
      return 'withdrawn';
    case 'received':
      return place.status === 'returned' ? 'attention' : 'received';
  }
}

/** Whether files of a received application still have to go. What the server will not take waits for a person, not for the line. */
export function filesAreOnTheWay({ place }: BoardItem): boolean {
  if (place.kind !== 'received') return false;
  return place.files.have + (place.filesRefused ?? 0) < place.files.of;
}

/** Items by group, newest first; every item is in exactly one group. */
export function groupItems(items: readonly BoardItem[]): Readonly<Record<BoardGroup, readonly BoardItem[]>> {
  const groups: Record<BoardGroup, BoardItem[]> = {
    attention: [],
    drafts: [],
    waiting: [],
    received: [],
    withdrawn: [],
  };
  for (const item of [...items].sort((a, b) => b.at - a.at)) groups[groupOf(item)].push(item);
  return groups;
}
