import { openJson, sealJson } from '../crypto/vault';
import type { OptionSets, ServiceDefinition } from '../forms/definition';
import type { DatabaseGate } from './database-gate';
import { partsOf } from './file-parts';
import type { DraftContent, DraftRow, FileRow, PinnedDefinitionRow } from './rows';
import { upcastDraftContent, upcastDraftRow } from './upcast-draft';
import type { VaultKeys } from './vault-keys';
import type { WorkDatabase } from './work-database';

export interface NewDraft {
  readonly id: string;
  readonly owner: string;
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  readonly content: DraftContent;
  readonly supersedes?: string;
  readonly mends?: string;
  readonly movedFrom?: string;
  readonly files?: readonly NewFile[];
}

export interface NewFile {
  readonly row: FileRow;
  readonly box: Uint8Array;
}

export interface DraftChange {
  readonly content: DraftContent;
  readonly addFiles?: readonly NewFile[];
  readonly removeFiles?: readonly string[];
}

/** `changed`: another tab wrote since `base`; read again and bring the changes together. */
export type SaveOutcome =
  | { readonly type: 'saved'; readonly row: DraftRow }
  | { readonly type: 'changed' | 'missing' };

/** Drafts at rest: every personal word under the owner's vault key. Methods resolve after the durable commit. */
export interface DraftStore {
  create(draft: NewDraft, now: number): Promise<DraftRow>;
  row(id: string): Promise<DraftRow | null>;
  rowsOf(owner: string): Promise<readonly DraftRow[]>;
  /** null = damaged, or sealed under a key this device no longer has. */
  open(row: DraftRow): Promise<DraftContent | null>;
  /** Text, file rows and file bytes in one transaction. Writes only over the row that was read as `base`. */
  save(base: DraftRow, change: DraftChange, now: number): Promise<SaveOutcome>;
  pinned(id: string, version: number): Promise<PinnedDefinitionRow | null>;
  /** Removes a draft and its files; a queued one only with `kept`. */
  remove(id: string, state?: DraftRow['state']): Promise<void>;
}

export function createDexieDraftStore(gate: DatabaseGate<WorkDatabase>, keys: VaultKeys): DraftStore {
  const { db } = gate;
  const tables = [db.drafts, db.files, db.fileParts];

  /** Another window may have chosen a PIN, and with it another key, since this one has held its own. */
  async function keyTo({ owner, box }: DraftRow) {
    const held = await keys.keyOf(owner);
    if (held.kid === box.kid) return held;
    await keys.stateOf(owner);
    return keys.keyOf(owner);
  }

  return {
    async create({ id, owner, definition, optionSets, content, files = [], ...links }, now) {
      const box = await sealJson(await keys.keyOf(owner), content, id);
      const row: DraftRow = {
        v: 1,
        id,
        owner,
        serviceId: definition.id,
        serviceVersion: definition.version,
        state: 'open',
        createdAt: now,
        updatedAt: now,
        ...links,
        box,
      };
      const pinned = {
        v: 1,
        id: definition.id,
        version: definition.version,
        definition,
        optionSets,
      } as const;
      // Without files it is words, and words may have the reserve.
      const needed = files.length > 0 ? tables : [db.drafts];
      await gate.write([...needed, db.definitions], async () => {
        await db.definitions.put(pinned);
        await db.drafts.add(row);
        await addFiles(db, files);
      });
      return row;
    },

    row: (id) => gate.read(async () => upcastDraftRow(await db.drafts.get(id))),

    rowsOf: (owner) =>
      gate.read(async () => {
        const rows = (await db.drafts.toArray()).map(upcastDraftRow);
        return rows.filter((row) => row !== null && row.owner === owner).filter((row) => row !== null);
      }),

    async open(row) {
      const opened = await openJson(await keyTo(row), row.box, row.id);
      return opened.ok ? upcastDraftContent(opened.value) : null;
    },

    async save(base, { content, addFiles: added = [], removeFiles = [] }, now) {
      const box = await sealJson(await keys.keyOf(base.owner), content, base.id);
      // Always later than the base, so that `updatedAt` also tells one write from the next.
      const row: DraftRow = { ...base, updatedAt: Math.max(now, base.updatedAt + 1), box };
      // A written word locks the drafts alone: files of the outbox may be on their way meanwhile.
      const needed = added.length + removeFiles.length > 0 ? tables : [db.drafts];
      return gate.write(needed, async (): Promise<SaveOutcome> => {
        const there = upcastDraftRow(await db.drafts.get(base.id));
        if (there === null) return { type: 'missing' };
        if (there.updatedAt !== base.updatedAt || there.state !== base.state) return { type: 'changed' };
        await db.drafts.put(row);
        await removeFileRows(db, removeFiles);
        if (added.length > 0) await addFiles(db, added);
        return { type: 'saved', row };
      });
    },

    pinned: (id, version) => gate.read(async () => (await db.definitions.get([id, version])) ?? null),

    remove: (id, state = 'open') =>
      gate.write(tables, async () => {
        const row = upcastDraftRow(await db.drafts.get(id));
        if (row === null || row.state !== state) return;
        await db.drafts.delete(id);
        await removeFileRows(db, await db.files.where('submissionId').equals(id).primaryKeys());
      }),
  };
}

async function addFiles(db: WorkDatabase, files: readonly NewFile[]): Promise<void> {
  for (const { row, box } of files) {
    await db.files.put(row);
    await db.fileParts.bulkPut(partsOf(row.attachmentId, box));
  }
}

async function removeFileRows(db: WorkDatabase, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.files.bulkDelete([...ids]);
  await db.fileParts
    .where('attachmentId')
    .anyOf([...ids])
    .delete();
}
