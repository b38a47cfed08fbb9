import type { SyncRequest } from '../../lib/contract/wire';
import { createVaultKey } from '../../lib/crypto/vault';
import { createRecordStore } from '../../lib/local/record-store';
import { createFakeProfile } from '../../lib/local/testing/fake-databases';
import { createFakeServer, type FakeServer } from '../../lib/outbox/testing/fake-server';
import { type FaultPlan, noFaults } from '../store-faults';
import type { ModelFault } from './action';
import { openTab, type Profile, type Tab } from './device';
import type { Task } from './task';

/** What the world knows of a draft from what the app told the person. */
export interface KnownDraft {
  readonly id: string;
  readonly owner: string;
  readonly version: number;
  /** The last answer that the app said was saved. */
  answer: string;
  readonly files: string[];
}

/** One counter: a device with two contexts on one database, a line, a server, and a clock only the test moves. */
export interface World {
  profile: Profile;
  tabs: [Tab, Tab];
  readonly tasks: Task[];
  readonly server: FakeServer;
  /** Content by attachment, in hex, and what the backup has of it. */
  serverFiles: Map<string, string>;
  backedUpFiles: Map<string, string>;
  now: number;
  faults: ModelFault[];
  /** Requests that the line keeps and delivers when nobody waits any more. */
  readonly late: SyncRequest[];
  readonly storeFaults: FaultPlan;
  downFor: number;
  isRevoked: boolean;
  restores: number;
  user: string;
  formVersion: number;
  readonly drafts: KnownDraft[];
  /** Bytes of what the app said was saved, by id (I1). */
  readonly saved: Map<string, string>;
  /** Bytes that a context ever tried to queue, by id (I4). */
  readonly tried: Map<string, Set<string>>;
  readonly trackingCodes: Set<string>;
  /** Ids that went with the device's whole database. */
  readonly evicted: Set<string>;
  evictions: number;
  nextName: number;
  /** What happened, in words, for whoever reads a failure. */
  readonly history: string[];
}

const DEVICE_CODES = ['K7M2', 'K7M3', 'K7M4', 'K7M5', 'K7M6', 'K7M7', 'K7M8', 'K7M9'] as const;

const vaultKeys = Promise.all(
  ['citizen', 'user:shiuli'].map(
    async (owner) => ({ v: 1, owner, ...(await createVaultKey(`kid of ${owner}`)) }) as const,
  ),
);

/** An enrolled device with two tabs. */
export async function openWorld(): Promise<World> {
  const world = {
    profile: createFakeProfile(),
    tasks: [],
    server: createFakeServer({ page: 3 }),
    serverFiles: new Map(),
    backedUpFiles: new Map(),
    now: 1_800_000_000_000,
    faults: [],
    late: [],
    storeFaults: noFaults(),
    downFor: 0,
    isRevoked: false,
    restores: 0,
    user: 'citizen',
    formVersion: 1,
    drafts: [],
    saved: new Map(),
    tried: new Map(),
    trackingCodes: new Set(),
    evicted: new Set(),
    evictions: 0,
    nextName: 1,
    history: [],
  } as Omit<World, 'tabs'> as World;
  await openDevice(world);
  return world;
}

/** A browser profile with nothing in it, enrolled anew: a code of its own, because its counter is forgotten. */
export async function openDevice(world: World): Promise<void> {
  world.profile = createFakeProfile();
  world.tabs = [openTab(world, 0), openTab(world, 1)];
  const [{ gate }] = world.tabs;
  // One pair of keys for all runs: making them takes longer than the rest of a run.
  const keys = await vaultKeys;
  await gate.write([gate.db.vault], (db) => db.vault.bulkAdd(keys));
  await createRecordStore(gate).enrol(
    {
      kind: 'centre',
      deviceId: '00000000-0000-4000-8000-00000000cafe',
      deviceCode: DEVICE_CODES[world.evictions % DEVICE_CODES.length] ?? 'K7M2',
    },
    world.now,
  );
}

/** The name of the server's books now: every restored backup begins another. */
export const epochOf = (world: World): string => `e${world.restores + 1}`;
