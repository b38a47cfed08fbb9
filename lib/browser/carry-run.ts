import { verifyReceipt } from '../crypto/receipt';
import { submissionHash } from '../crypto/submission-hash';
import { createCarryStore } from '../local/carry-store';
import { uploadFile } from '../remote/tus-uploader';
import { type CarryReport, sendCarried } from './carry-send';
import { carrierStore } from './carry-state';
import { createReceiptVerifier } from './receipt-verifier';
import { currentKeys, refreshKeys } from './server-keys';
import type { WorkRoom } from './work-room';

const LONGEST_QUIET = 60 * 60 * 1000;
let running: Promise<void> | undefined;
let quietUntil = 0;

/** The verifier of this device: its keys, and fresh ones when a receipt names another. */
export const carryVerifier = (room: WorkRoom) =>
  createReceiptVerifier({
    tools: () => ({ verifyReceipt, submissionHash }),
    keys: () => currentKeys(room),
    freshKeys: () => refreshKeys(room),
  });

/**
 * Sends what this device carries. One run at a time in a page, and by itself one in a browser: several would do no harm,
 * the server knows every id, but would pay for the line twice. `asked`: a person pressed, and waits for nobody.
 */
export async function runCarrier(room: WorkRoom, asked = false): Promise<void> {
  if (running !== undefined) return running;
  if (room.now() < quietUntil) return;
  running = (asked ? run(room) : alone(() => run(room))).finally(() => {
    running = undefined;
  });
  return running;
}

async function alone(work: () => Promise<void>): Promise<void> {
  if (navigator.locks === undefined) return work();
  await navigator.locks.request('setu-carry', { ifAvailable: true }, (lock) =>
    lock === null ? undefined : work(),
  );
}

async function run(room: WorkRoom): Promise<void> {
  const store = createCarryStore(room.gate);
  if ((await store.waiting()) === 0) return;
  carrierStore.set({ sending: true, wait: null });
  let report: CarryReport = { wait: 'server-error' };
  try {
    report = await sendCarried(
      {
        store,
        line: room.line,
        verifier: carryVerifier(room),
        upload: uploadFile,
        ownTicket: () => centreTicket(room),
      },
      new AbortController().signal,
    );
  } finally {
    if (report.retryAfterMs !== undefined)
      quietUntil = room.now() + Math.min(report.retryAfterMs, LONGEST_QUIET);
    carrierStore.set({ sending: false, wait: report.wait });
  }
}

/** A file without a ticket goes in the name of this centre; a citizen's own phone lends its name to nobody. */
async function centreTicket({ records }: WorkRoom): Promise<string | null> {
  if ((await records.device())?.kind !== 'centre') return null;
  return (await records.ticket())?.ticket ?? null;
}
