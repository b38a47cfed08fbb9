import { makeItem } from './make-item';
import { type StoreCase, same } from './store-case';

export const addingCases: readonly StoreCase[] = [
  {
    name: '[OB-27] an added item is there, also after a restart',
    async run(open) {
      const { store, reopen } = await open();
      same(await store.add(makeItem(1)), { ok: true }, 'answer');
      same(await store.get(makeItem(1).id), makeItem(1), 'item');
      same(await (await reopen()).all(), [makeItem(1)], 'after the restart');
    },
  },
  {
    name: 'an unknown id gives nothing',
    async run(open) {
      const { store } = await open();
      same(await store.get(makeItem(1).id), undefined, 'item');
      same(await store.all(), [], 'all');
      same(await store.caseStates(), [], 'cases');
    },
  },
  {
    name: '[OB-2] the same id with the same bytes is fine and changes nothing',
    async run(open) {
      const { store } = await open();
      await store.add(makeItem(1));
      await store.update([makeItem(1).id], (item) => ({ ...item, attempts: 3 }));
      const backwards = Object.fromEntries(Object.entries(makeItem(1).submission).reverse());
      const again = { ...makeItem(1), submission: { ...makeItem(1).submission, ...backwards } };
      same((await store.add(again)).ok, true, 'answer');
      same((await store.get(makeItem(1).id))?.attempts, 3, 'attempts');
    },
  },
  {
    name: '[OB-2] the same id with other bytes is a conflict and changes nothing',
    async run(open) {
      const { store } = await open();
      await store.add(makeItem(1));
      same(
        await store.add(makeItem(1, { ctChars: 404 })),
        { ok: false, problem: { type: 'conflict' } },
        'answer',
      );
      same(await store.all(), [makeItem(1)], 'all');
    },
  },
  {
    name: '[OB-6] all come oldest first, the id deciding between equals',
    async run(open) {
      const { store } = await open();
      for (const n of [3, 1, 2]) await store.add(makeItem(n));
      await store.add(makeItem(9, { queuedAt: 1001 }));
      same(
        (await store.all()).map((item) => item.id),
        [1, 9, 2, 3].map((n) => makeItem(n).id),
        'order',
      );
    },
  },
];
