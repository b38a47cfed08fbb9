import type { CarriedFileRow, CarriedItemRow, CarriedPackageRow } from './carry-rows';
import type { DatabaseGate } from './database-gate';
import { PART_BYTES, sliceOfParts } from './file-parts';
import type { WorkDatabase } from './work-database';

/** A package with what is known of each thing in it, without the sealed bytes of its files. */
export interface CarriedPackage {
  readonly head: CarriedPackageRow;
  readonly items: readonly CarriedItemRow[];
  readonly files: readonly CarriedFileRow[];
}

/** Packages of other devices' work. Every method resolves after the durable commit and rejects with StoreError. */
export interface CarryStore {
  /** Begins a package, or begins it anew when it was not whole. False when it is here already. */
  begin(head: CarriedPackageRow): Promise<boolean>;
  putItem(item: CarriedItemRow): Promise<void>;
  putFile(file: CarriedFileRow): Promise<void>;
  /** Writes pieces of a file, the first of which has the number `from`. */
  putParts(
    packageId: string,
    attachmentId: string,
    from: number,
    pieces: readonly ArrayBuffer[],
  ): Promise<void>;
  changePackage(id: string, patch: Partial<Pick<CarriedPackageRow, 'state' | 'unreadable'>>): Promise<void>;
  /** `null` takes a trouble away. */
  setTrouble(id: string, trouble: CarriedPackageRow['trouble'] | null): Promise<void>;
  all(): Promise<readonly CarriedPackage[]>;
  /** How many whole packages have something left to send and no trouble that a person must end first. */
  waiting(): Promise<number>;
  /** A receipt always counts; a refusal only for what still waits. */
  settleItems(packageId: string, settled: readonly SettledItem[]): Promise<void>;
  changeFile(packageId: string, attachmentId: string, patch: CarriedFilePatch): Promise<void>;
  readSlice(
    file: Pick<CarriedFileRow, 'packageId' | 'attachmentId'>,
    offset: number,
    length: number,
  ): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Lets the sealed bytes of a package go; its receipts stay. */
  letGo(id: string): Promise<void>;
  /** Takes a package away altogether. Only a person asks for that. */
  remove(id: string): Promise<void>;
}

export type SettledItem =
  | { readonly id: string; readonly state: 'received'; readonly receipt: string }
  | { readonly id: string; readonly state: 'refused'; readonly problem: string };

export interface CarriedFilePatch {
  readonly state?: CarriedFileRow['state'];
  readonly uploadUrl?: string | undefined;
  readonly offset?: number;
  readonly problem?: string;
}

export function createCarryStore(gate: DatabaseGate<WorkDatabase>): CarryStore {
  const { db } = gate;
  const all = async (): Promise<readonly CarriedPackage[]> => {
    const heads = await db.carriedPackages.toArray();
    const items = await db.carriedItems.toArray();
    const files = await db.carriedFiles.toArray();
    return heads
      .map((head) => ({
        head,
        items: items
          .filter(({ packageId }) => packageId === head.id)
          .sort((a, b) => a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1)),
        files: files.filter(({ packageId }) => packageId === head.id),
      }))
      .sort((a, b) => a.head.importedAt - b.head.importedAt);
  };
  return {
    begin: (head) =>
      gate.write([db.carriedPackages], async () => {
        if ((await db.carriedPackages.get(head.id))?.state === 'whole') return false;
        await db.carriedPackages.put(head);
        return true;
      }),

    putItem: (item) => gate.write([db.carriedItems], () => db.carriedItems.put(item).then(nothing)),

    putFile: (file) => gate.write([db.carriedFiles], () => db.carriedFiles.put(file).then(nothing)),

    putParts: (packageId, attachmentId, from, pieces) =>
      gate.write([db.carriedParts], () =>
        db.carriedParts
          .bulkPut(pieces.map((data, n) => ({ v: 1, packageId, attachmentId, index: from + n, data })))
          .then(nothing),
      ),

    changePackage: (id, patch) =>
      gate.write([db.carriedPackages], () => db.carriedPackages.update(id, patch).then(nothing)),

    setTrouble: (id, trouble) =>
      gate.write([db.carriedPackages], async () => {
        const row = await db.carriedPackages.get(id);
        if (row === undefined) return;
        const { trouble: _, ...rest } = row;
        await db.carriedPackages.put(trouble ? { ...rest, trouble } : rest);
      }),

    all: () =>
      gate.read(() => db.transaction('r', [db.carriedPackages, db.carriedItems, db.carriedFiles], all)),

    waiting: () =>
      gate.read(async () => {
        if ((await db.carriedPackages.count()) === 0) return 0;
        return (await all()).filter(hasWork).length;
      }),

    settleItems: (packageId, settled) =>
      gate.write([db.carriedItems], async () => {
        for (const one of settled) {
          const row = await db.carriedItems.get([packageId, one.id]);
          if (row === undefined || row.state === 'received') continue;
          if (one.state === 'refused' && row.state !== 'waiting') continue;
          const { problem: _, ...rest } = row;
          await db.carriedItems.put({ ...rest, ...one });
        }
      }),

    changeFile: (packageId, attachmentId, patch) =>
      gate.write([db.carriedFiles], async () => {
        const row = await db.carriedFiles.get([packageId, attachmentId]);
        if (row === undefined) return;
        const next: Record<string, unknown> = { ...row, ...patch };
        if (next.uploadUrl === undefined) delete next.uploadUrl;
        await db.carriedFiles.put(next as unknown as CarriedFileRow);
      }),

    readSlice: ({ packageId, attachmentId }, offset, length) =>
      gate.read(async () => {
        const parts = await db.carriedParts
          .where('[packageId+attachmentId+index]')
          .between(...rangeOf(packageId, attachmentId, offset, length), true, true)
          .toArray();
        return sliceOfParts(parts, offset, length);
      }),

    letGo: (id) =>
      gate.write([db.carriedPackages, db.carriedItems, db.carriedParts], async () => {
        await db.carriedParts.where('packageId').equals(id).delete();
        const items = await db.carriedItems.where('packageId').equals(id).toArray();
        await db.carriedItems.bulkPut(items.map(withoutSeal));
        await db.carriedPackages.update(id, { letGo: true });
      }),

    remove: (id) =>
      gate.write([db.carriedPackages, db.carriedItems, db.carriedFiles, db.carriedParts], async () => {
        for (const table of [db.carriedItems, db.carriedFiles, db.carriedParts])
          await table.where('packageId').equals(id).delete();
        await db.carriedPackages.delete(id);
      }),
  };
}

/** Whether there is something in a package that can go by itself when there is a line. */
export function hasWork({ head, items, files }: CarriedPackage): boolean {
  if (head.state !== 'whole' || head.letGo || head.trouble !== undefined) return false;
  const received = new Set(items.filter(({ state }) => state === 'received').map(({ id }) => id));
  return (
    items.some(({ state }) => state === 'waiting') ||
    files.some(({ state, submissionId }) => state === 'waiting' && received.has(submissionId))
  );
}

function withoutSeal(item: CarriedItemRow): CarriedItemRow {
  const { submission } = item;
  return { ...item, submission: { ...submission, sealed: { ...submission.sealed, enc: '', ct: '' } } };
}

type PartKey = [string, string, number];

function rangeOf(
  packageId: string,
  attachmentId: string,
  offset: number,
  length: number,
): [PartKey, PartKey] {
  const at = (byte: number): PartKey => [packageId, attachmentId, Math.floor(byte / PART_BYTES)];
  return [at(offset), at(Math.max(offset, offset + length - 1))];
}

const nothing = (): void => undefined;
