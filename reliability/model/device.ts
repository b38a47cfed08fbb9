import { createFileSender } from '../../lib/browser/file-sender';
import type { DatabaseGate } from '../../lib/local/database-gate';
import { createDexieDraftStore } from '../../lib/local/dexie-draft-store';
import { createDexieFileStore } from '../../lib/local/dexie-file-store';
import { createDexieOutboxStore } from '../../lib/local/dexie-outbox-store';
import { createRecordStore } from '../../lib/local/record-store';
import type { createFakeProfile } from '../../lib/local/testing/fake-databases';
import { createVaultKeys } from '../../lib/local/vault-keys';
import type { WorkDatabase } from '../../lib/local/work-database';
import { createOutboxRunner, type OutboxRunner } from '../../lib/outbox/run-outbox';
import { fakeVerifier } from '../../lib/outbox/testing/fake-server';
import { addStoreFaults } from '../store-faults';
import { type Task, withTurns } from './task';
import { sendThrough, uploadThrough } from './wire';
import type { World } from './world';

export type Profile = ReturnType<typeof createFakeProfile>;

/** One context on the device, with a connection of its own to the one database. */
export interface Tab {
  readonly owner: string;
  readonly gate: DatabaseGate<WorkDatabase>;
  readonly keys: ReturnType<typeof createVaultKeys>;
  isFrozen: boolean;
}

/** Opens a context. The stores are the real ones; only their n-th write can be made to fail. */
export function openTab(world: World, index: number): Tab {
  const gate = world.profile.openWork();
  addStoreFaults(gate.db, world.storeFaults);
  const kid = `kid-${world.nextName++}`;
  return {
    owner: `tab-${index}-${world.nextName++}`,
    gate,
    keys: createVaultKeys(gate, () => kid),
    isFrozen: false,
  };
}

/** The stores of a tab as one task sees them: it waits for its turn before every call. */
export function roomOf({ gate, keys }: Tab, { turn }: Pick<Task, 'turn'>) {
  return {
    gate,
    drafts: withTurns(createDexieDraftStore(gate, keys), turn),
    files: withTurns(createDexieFileStore(gate), turn),
    outbox: withTurns(createDexieOutboxStore(gate), turn),
    records: withTurns(createRecordStore(gate), turn),
  };
}

/** The real engine of the queue with the real stores, on a line that the world spoils. */
export function runnerOf(world: World, tab: Tab, task: Pick<Task, 'turn'>): OutboxRunner {
  const room = roomOf(tab, task);
  return createOutboxRunner({
    store: room.outbox,
    sender: { send: (request) => sendThrough(world, request, task.turn) },
    verifier: fakeVerifier,
    files: createFileSender({
      files: room.files,
      upload: (job) => uploadThrough(world, job, task.turn),
      now: () => world.now,
    }),
    clock: () => world.now,
    chance: () => 0.5,
    owner: `${tab.owner}-${world.nextName++}`,
    catalogueVersion: () => 1,
  });
}
