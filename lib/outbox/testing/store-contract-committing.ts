import type { CaseState, OutboxItem } from '../item';
import { NEVER_SYNCED } from '../position';
import { makeItem } from './make-item';
import { contact, rejects, type StoreCase, same } from './store-case';

const item = makeItem(1);
const received: OutboxItem = {
  ...item,
  state: 'received',
  receipt: { jws: 'a.b.c', seq: 7, epoch: 'e1', at: '2026-11-22T04:42:00Z' },
  files: { have: 0, of: 2 },
};
const state = (seq: number, epoch = 'e1'): CaseState => ({
  v: 1,
  submissionId: item.id,
  seq,
  epoch,
  status: seq > 10 ? 'accepted' : 'received',
  at: '2026-11-22T04:42:00Z',
});

export const committingCases: readonly StoreCase[] = [
  {
    name: 'a store that never synced says so',
    async run(open) {
      same(await (await open()).store.position(), NEVER_SYNCED, 'position');
    },
  },
  {
    name: '[OB-18] items, cases and position are written together and survive a restart',
    async run(open) {
      const { store, reopen } = await open();
      await store.add(item);
      const position = {
        ...contact(7),
        quietUntil: 12,
        lastContact: { serverTime: '2026-11-22T04:42:00Z', deviceTime: 5 },
      };
      await store.commitSync({
        ids: [item.id, makeItem(2).id],
        items: () => received,
        cases: [state(7)],
        position,
      });
      const again = await reopen();
      same(await again.all(), [received], 'items');
      same(await again.caseStates(), [state(7)], 'cases');
      same(await again.position(), position, 'position');
      await again.commitSync({ ids: [], items: () => undefined, cases: [], position: contact(8) });
      same(await again.position(), contact(8), 'position without the silence');
    },
  },
  {
    name: '[OB-18] when an item cannot be written, neither cases nor position are',
    async run(open) {
      const { store, reopen } = await open();
      await store.add(item);
      const failing = store.commitSync({
        ids: [item.id],
        items: () => {
          throw new Error('invented');
        },
        cases: [state(7)],
        position: contact(7),
      });
      await rejects(failing, 'commitSync');
      const again = await reopen();
      same(await again.all(), [item], 'items');
      same(await again.caseStates(), [], 'cases');
      same(await again.position(), NEVER_SYNCED, 'position');
    },
  },
  {
    name: '[OB-23] of two states of a case in one epoch the later number stays, in whatever order they come',
    async run(open) {
      const { store } = await open();
      const commit = (...cases: readonly CaseState[]) =>
        store.commitSync({ ids: [], items: () => undefined, cases, position: contact(0) });
      await commit(state(12), state(11));
      same(await store.caseStates(), [state(12)], 'within a commit');
      await commit(state(9));
      same(await store.caseStates(), [state(12)], 'across commits');
    },
  },
  {
    name: '[OB-23] the state of another epoch replaces a higher number',
    async run(open) {
      const { store } = await open();
      const commit = (one: CaseState) =>
        store.commitSync({ ids: [], items: () => undefined, cases: [one], position: contact(0) });
      await commit(state(12));
      await commit(state(3, 'e2'));
      same(await store.caseStates(), [state(3, 'e2')], 'cases');
    },
  },
  {
    name: 'an item that the commit leaves alone stays as it is',
    async run(open) {
      const { store } = await open();
      await store.add(item);
      await store.commitSync({ ids: [item.id], items: () => undefined, cases: [], position: contact(1) });
      same(await store.get(item.id), item, 'item');
    },
  },
];
