import { makeItem } from './make-item';
import { rejects, type StoreCase, same } from './store-case';

const [one, two, three] = [makeItem(1), makeItem(2), makeItem(3)];

export const updatingCases: readonly StoreCase[] = [
  {
    name: 'update writes what the change gives, and gives back only what it wrote',
    async run(open) {
      const { store, reopen } = await open();
      for (const item of [one, two]) await store.add(item);
      const written = await store.update([one.id, two.id, three.id], (item) =>
        item.id === two.id ? { ...item, attempts: 5 } : undefined,
      );
      same(written, [{ ...two, attempts: 5 }], 'written');
      same(await (await reopen()).all(), [one, { ...two, attempts: 5 }], 'after the restart');
    },
  },
  {
    name: 'an id named twice is changed once',
    async run(open) {
      const { store } = await open();
      await store.add(one);
      await store.update([one.id, one.id], (item) => ({ ...item, attempts: item.attempts + 1 }));
      same((await store.get(one.id))?.attempts, 1, 'attempts');
    },
  },
  {
    name: 'a field that the new state does not have is gone',
    async run(open) {
      const { store } = await open();
      await store.add(one);
      await store.update([one.id], (item) => ({ ...item, state: 'waiting', retryAt: 5, reason: 'no-line' }));
      await store.update([one.id], () => one);
      same(await store.get(one.id), one, 'item');
    },
  },
  {
    name: '[OB-27] a change that throws changes nothing of the whole update',
    async run(open) {
      const { store, reopen } = await open();
      for (const item of [one, two]) await store.add(item);
      const failing = store.update([one.id, two.id], (item) => {
        if (item.id === two.id) throw new Error('invented');
        return { ...item, attempts: 9 };
      });
      await rejects(failing, 'update');
      same(await store.all(), [one, two], 'all');
      same(await (await reopen()).all(), [one, two], 'after the restart');
    },
  },
  {
    name: '[OB-9] of two updates at once, each sees what the other wrote',
    async run(open) {
      const { store } = await open();
      await store.add(one);
      const raise = () => store.update([one.id], (item) => ({ ...item, attempts: item.attempts + 1 }));
      await Promise.all([raise(), raise(), raise(), raise(), raise()]);
      same((await store.get(one.id))?.attempts, 5, 'attempts');
    },
  },
  {
    name: 'what a store gave can be changed without changing the store',
    async run(open) {
      const { store } = await open();
      await store.add(one);
      Object.assign((await store.get(one.id)) ?? {}, { attempts: 7 });
      same(await store.get(one.id), one, 'item');
    },
  },
];
