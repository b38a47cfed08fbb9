import { createCarryStore } from '../local/carry-store';
import { err, ok, type Result } from '../shared/result';
import { type CodedItem, fileOfCode, readCodeText } from './carry-code';
import { type Imported, type ImportProblem, importPackage, type PackageSource } from './carry-import';
import {
  MOST_RECEIPTS_BYTES,
  RECEIPTS_BEGINS,
  type ReceiptsProblem,
  type ReceiptsTaken,
  receiptsFile,
  takeReceipts,
} from './carry-receipts';
import { carryVerifier, runCarrier } from './carry-run';
import { openRoom } from './open-room';
import { saveProblemOf } from './save-problem';
import { askToPersist } from './storage-store';
import type { WorkRoom } from './work-room';

/** What a chosen file turned out to be, and what became of it. */
export type Opened =
  | ({ readonly kind: 'package' } & Imported)
  | ({ readonly kind: 'receipts' } & ReceiptsTaken);

export type OpenProblem = ImportProblem | ReceiptsProblem;

/** Takes in a file of another device's work, or receipts that came back for this one; begins to send at once. */
export async function openCarried(
  file: Blob,
  progress: (doneBytes: number) => void,
): Promise<Result<Opened, OpenProblem>> {
  const room = await openRoom();
  if (await isReceipts(file)) return openReceipts(room, file);
  return takeIn(room, { bytes: file.size, read: () => piecesOf(file) }, progress);
}

/** Takes in one application that came as codes. */
export async function takeCoded(item: CodedItem): Promise<Result<Opened, OpenProblem>> {
  const bytes = await fileOfCode(item);
  const read = async function* () {
    yield bytes;
  };
  return takeIn(await openRoom(), { bytes: bytes.length, read }, () => undefined);
}

/** Takes in one application that came as text: an address, a message, the words alone. */
export async function takeCodeText(text: string): Promise<Result<Opened, OpenProblem>> {
  const item = await readCodeText(text);
  return item.ok ? takeCoded(item.value) : item;
}

async function takeIn(
  room: WorkRoom,
  source: PackageSource,
  progress: (doneBytes: number) => void,
): Promise<Result<Opened, OpenProblem>> {
  const deps = { store: createCarryStore(room.gate), now: room.now, room: bytesLeft };
  const taken = await importPackage(deps, source, progress);
  if (!taken.ok) return taken;
  void askToPersist();
  void runCarrier(room);
  return ok({ kind: 'package', ...taken.value });
}

async function isReceipts(file: Blob): Promise<boolean> {
  try {
    return (await file.slice(0, RECEIPTS_BEGINS.length).text()) === RECEIPTS_BEGINS;
  } catch {
    return false;
  }
}

async function openReceipts(room: WorkRoom, file: Blob): Promise<Result<Opened, OpenProblem>> {
  if (file.size > MOST_RECEIPTS_BYTES) return err({ type: 'damaged' });
  const text = await file.text().catch(() => null);
  if (text === null) return err({ type: 'unreadable' });
  try {
    const deps = { store: room.outbox, verifier: carryVerifier(room), now: room.now };
    const taken = await takeReceipts(deps, text);
    return taken.ok ? ok({ kind: 'receipts', ...taken.value }) : taken;
  } catch (error) {
    return err(saveProblemOf(error));
  }
}

/** Not `for await` over the stream itself: Safari's streams are not iterable. */
async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function bytesLeft(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined || usage === undefined ? null : quota - usage;
}

/** Sends now, also what stopped for a reason that a person may have ended. */
export async function sendCarriedNow(): Promise<void> {
  const room = await openRoom();
  const store = createCarryStore(room.gate);
  for (const { head } of await store.all()) if (head.trouble) await store.setTrouble(head.id, null);
  await runCarrier(room, true);
}

/** The receipts of a package as a file for the first device. */
export async function saveReceipts(
  id: string,
): Promise<{ readonly blob: Blob; readonly fileName: string } | null> {
  const found = (await createCarryStore((await openRoom()).gate).all()).find(({ head }) => head.id === id);
  if (found === undefined) return null;
  const { deviceCode } = found.head;
  return {
    blob: new Blob([receiptsFile(found)], { type: 'application/json' }),
    fileName: `sheba-setu-receipts-${deviceCode ?? 'device'}-${id.slice(0, 6)}.json`,
  };
}

/** Lets the sealed bytes of a package go that has arrived; its receipts stay. */
export async function letGoCarried(id: string): Promise<void> {
  await createCarryStore((await openRoom()).gate).letGo(id);
}

/** Takes a package off this device. The first device still has what was in it. */
export async function removeCarried(id: string): Promise<void> {
  await createCarryStore((await openRoom()).gate).remove(id);
}
