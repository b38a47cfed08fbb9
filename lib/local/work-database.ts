import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { CaseState, OutboxItem } from '../outbox/item';
import type { CarriedFileRow, CarriedItemRow, CarriedPackageRow, CarriedPartRow } from './carry-rows';
import type { DraftRow, FilePartRow, FileRow, PinnedDefinitionRow, RecordRow, VaultRow } from './rows';

/** Never rename: work that waits on a device is found by this name and no other. */
export const WORK_DATABASE = 'setu-work';

/**
 * The person's work: never cleared by the app, an update, a sign-out or a reset of the reference database.
 * The schema only grows (new tables, new indexes); rows are reshaped when they are read, never in an upgrade, because
 * an upgrade can be killed half-way and an old tab can write old rows into a newer database.
 */
export class WorkDatabase extends Dexie {
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly outbox: Table<OutboxItem, string>;
  declare readonly cases: Table<CaseState, string>;
  declare readonly files: Table<FileRow, string>;
  declare readonly fileParts: Table<FilePartRow, [string, number]>;
  declare readonly vault: Table<VaultRow, string>;
  declare readonly records: Table<RecordRow, RecordRow['key']>;
  declare readonly definitions: Table<PinnedDefinitionRow, [string, number]>;
  declare readonly carriedPackages: Table<CarriedPackageRow, string>;
  declare readonly carriedItems: Table<CarriedItemRow, [string, string]>;
  declare readonly carriedFiles: Table<CarriedFileRow, [string, string]>;
  declare readonly carriedParts: Table<CarriedPartRow, [string, string, number]>;

  constructor(name: string = WORK_DATABASE, options: DexieOptions = {}) {
    super(name, { ...options, chromeTransactionDurability: 'strict', autoOpen: false });
    this.version(1).stores({
      drafts: 'id, owner',
      outbox: 'id, queuedAt',
      cases: 'submissionId',
      files: 'attachmentId, submissionId, state',
      fileParts: '[attachmentId+index], attachmentId',
      vault: 'owner',
      records: 'key',
      definitions: '[id+version]',
    });
    // Sealed work of other devices, on its way through this one.
    this.version(2).stores({
      carriedPackages: 'id',
      carriedItems: '[packageId+id], packageId',
      carriedFiles: '[packageId+attachmentId], packageId',
      carriedParts: '[packageId+attachmentId+index], packageId',
    });
  }
}
