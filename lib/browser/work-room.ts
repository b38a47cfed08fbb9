import { DatabaseGate } from '../local/database-gate';
import { createDexieDraftStore, type DraftStore } from '../local/dexie-draft-store';
import { createDexieFileStore, type FileStore } from '../local/dexie-file-store';
import { createDexieOutboxStore } from '../local/dexie-outbox-store';
import { createRecordStore, type RecordStore } from '../local/record-store';
import { ReferenceDatabase } from '../local/reference-database';
import { createReferenceStore, type ReferenceStore } from '../local/reference-store';
import { type AskElsewhere, createVaultKeys, type VaultKeys } from '../local/vault-keys';
import { WorkDatabase } from '../local/work-database';
import type { OutboxStore } from '../outbox/ports';
import type { Line } from '../remote/exchange';
import { countBytes } from './byte-counter';

/** Everything that reads and writes on this device, joined once per window or worker. */
export interface WorkRoom {
  readonly gate: DatabaseGate<WorkDatabase>;
  readonly referenceGate: DatabaseGate<ReferenceDatabase>;
  readonly outbox: OutboxStore;
  readonly drafts: DraftStore;
  readonly files: FileStore;
  readonly records: RecordStore;
  readonly keys: VaultKeys;
  readonly reference: ReferenceStore;
  readonly line: Line;
  readonly now: () => number;
  readonly newId: () => string;
}

export interface WorkRoomDeps {
  readonly work?: DatabaseGate<WorkDatabase>;
  readonly reference?: DatabaseGate<ReferenceDatabase>;
  readonly line?: Line;
  readonly now?: () => number;
  readonly newId?: () => string;
  /** Where a key may be open already; a room without it has what it unlocks itself. */
  readonly askElsewhere?: AskElsewhere;
}

/** Joins the real adapters; a test gives its own databases, line and clock. */
export function createWorkRoom(deps: WorkRoomDeps = {}): WorkRoom {
  const gate = deps.work ?? new DatabaseGate(new WorkDatabase());
  const referenceGate = deps.reference ?? new DatabaseGate(new ReferenceDatabase());
  const now = deps.now ?? Date.now;
  const newId = deps.newId ?? (() => crypto.randomUUID());
  const keys = createVaultKeys(gate, newId, deps.askElsewhere);
  return {
    gate,
    referenceGate,
    outbox: createDexieOutboxStore(gate),
    drafts: createDexieDraftStore(gate, keys),
    files: createDexieFileStore(gate),
    records: createRecordStore(gate),
    keys,
    reference: createReferenceStore(referenceGate),
    line: deps.line ?? { fetch: (input, init) => fetch(input, init), origin: '', now, onBytes: countBytes },
    now,
    newId,
  };
}
