import { DefectError } from '../../shared/assert';
import { err, ok } from '../../shared/result';
import { byAge } from '../batch';
import { isNewerCase } from '../case-state';
import type { CaseState, OutboxItem } from '../item';
import type { OutboxStore, SyncPosition } from '../ports';
import { NEVER_SYNCED } from '../position';
import { isSameSubmission } from '../same-submission';

/** What a memory store holds: shared by several stores, it is one device with several tabs. */
export interface MemoryDevice {
  items: ReadonlyMap<string, OutboxItem>;
  cases: ReadonlyMap<string, CaseState>;
  position: SyncPosition;
}

export const createMemoryDevice = (): MemoryDevice => ({
  items: new Map(),
  cases: new Map(),
  position: NEVER_SYNCED,
});

const copy = <T>(value: T): T => structuredClone(value);

/** The queue in memory: each method is one step that happens wholly or not at all. */
export function createMemoryOutboxStore(device: MemoryDevice = createMemoryDevice()): OutboxStore {
  const changeAll = (ids: readonly string[], change: (item: OutboxItem) => OutboxItem | undefined) => {
    const items = new Map(device.items);
    const written: OutboxItem[] = [];
    for (const id of new Set(ids)) {
      const item = items.get(id);
      const next = item && change(copy(item));
      if (!next) continue;
      if (next.id !== id) throw new DefectError('an item keeps its id');
      items.set(id, copy(next));
      written.push(copy(next));
    }
    return { items, written };
  };
  return {
    async add(item) {
      const known = device.items.get(item.id);
      if (known && !isSameSubmission(known.submission, item.submission)) return err({ type: 'conflict' });
      if (!known) device.items = new Map(device.items).set(item.id, copy(item));
      return ok(undefined);
    },
    get: async (id) => copy(device.items.get(id)),
    all: async () => [...device.items.values()].map(copy).sort(byAge),
    async update(ids, change) {
      const { items, written } = changeAll(ids, change);
      device.items = items;
      return written;
    },
    position: async () => copy(device.position),
    async commitSync({ ids, items: change, cases, position }) {
      const { items } = changeAll(ids, change);
      const states = new Map(device.cases);
      for (const state of cases)
        if (isNewerCase(states.get(state.submissionId), state)) states.set(state.submissionId, copy(state));
      Object.assign(device, { items, cases: states, position: copy(position) });
    },
    caseStates: async () => [...device.cases.values()].map(copy),
  };
}
