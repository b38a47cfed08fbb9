import { expect, test } from 'vitest';
import type { BoardItem } from '@/lib/browser/api';
import { filesAreOnTheWay, groupItems } from './board-groups';

const item = (id: string, at: number, place: BoardItem['place']): BoardItem => ({
  id,
  serviceId: 'birth-registration',
  title: null,
  trackingCode: null,
  at,
  facts: null,
  place,
});
const received = (status: 'received' | 'returned' | 'rejected'): BoardItem['place'] => ({
  kind: 'received',
  receivedAt: '2026-11-22T04:42:00.000Z',
  status,
  statusAt: '2026-11-22T04:42:00.000Z',
  note: null,
  files: { have: 0, of: 0 },
  filePercent: null,
});
const ids = (items: readonly BoardItem[]) => items.map(({ id }) => id);

test('a returned application stands with what needs a person; a rejected one does not', () => {
  const groups = groupItems([item('back', 1, received('returned')), item('no', 2, received('rejected'))]);
  expect(ids(groups.attention)).toEqual(['back']);
  expect(ids(groups.received)).toEqual(['no']);
});

test('what is being sent still counts as waiting', () => {
  const groups = groupItems([
    item('a', 1, { kind: 'sending', by: 'this-window', held: false }),
    item('b', 2, { kind: 'waiting', reason: 'no-line', retryAt: null, attempts: 0, held: false }),
  ]);
  expect(ids(groups.waiting)).toEqual(['b', 'a']);
});

test('an application whose papers are not all there is not wholly sent; refused papers wait for a person', () => {
  const withFiles = (have: number, filesRefused?: number) => {
    const place = { ...received('received'), files: { have, of: 5 }, filesRefused } as BoardItem['place'];
    return filesAreOnTheWay(item('a', 1, place));
  };
  expect(withFiles(0)).toBe(true);
  expect(withFiles(4)).toBe(true);
  expect(withFiles(5)).toBe(false);
  expect(withFiles(4, 1)).toBe(false);
  expect(filesAreOnTheWay(item('b', 1, { kind: 'sending', by: 'this-window', held: false }))).toBe(false);
});

test('every item is in exactly one group', () => {
  const items = [
    item('a', 3, { kind: 'draft' }),
    item('b', 1, received('received')),
    item('c', 2, { kind: 'attention', problem: { code: 'damaged' } }),
    item('d', 4, { kind: 'withdrawn', withdrawnAt: 1, byMe: true, arrived: 'no', canUndo: true }),
    item('e', 5, { kind: 'waiting', reason: null, retryAt: null, attempts: 0, held: true }),
  ];
  expect(Object.values(groupItems(items)).flatMap(ids).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
});
