import type { FileStore } from '../local/dexie-file-store';
import type { FileRow } from '../local/rows';
import type { FileSender } from '../outbox/ports';
import type { UploadJob, UploadOutcome } from '../remote/tus-uploader';
import { isFileIntact } from './is-file-intact';

/** How long a file rests that the server does not take now, while others go on. Milliseconds. */
const REST = 60_000;

export interface FileSenderDeps {
  readonly files: FileStore;
  readonly upload: (job: UploadJob, signal: AbortSignal) => Promise<UploadOutcome>;
  readonly now: () => number;
}

/** Sends the files of received applications one at a time, the oldest application first. */
export function createFileSender({ files, upload, now }: FileSenderDeps): FileSender {
  const restingUntil = new Map<string, number>();
  const begun = new Set<string>();

  async function sendOne(
    file: FileRow,
    signal: AbortSignal,
    mustStop: () => Promise<boolean>,
  ): Promise<UploadOutcome> {
    const { attachmentId, submissionId, sha256, bytes, uploadUrl, round = 0 } = file;
    const isSpoilt = file.offset === 0 && !(await isFileIntact(files, file));
    // The server may have it whole although the answer was lost. Asked without a byte of the file; only what it lacks is given up.
    const wasBegun = isSpoilt || begun.has(attachmentId);
    begun.add(attachmentId);
    const outcome = await upload(
      {
        target: { attachmentId, submissionId, sha256, bytes },
        ...(uploadUrl !== undefined && { uploadUrl }),
        wasBegun,
        read: (offset, length) =>
          isSpoilt ? noBytes(length) : files.readSlice(attachmentId, offset, length),
        remember: (progress) => files.change(attachmentId, { ...progress, round }),
        mustStop,
      },
      signal,
    );
    if (outcome.type === 'sent')
      await files.change(attachmentId, { state: 'sent', offset: bytes, uploadUrl: undefined, round });
    if (outcome.type === 'refused' || outcome.type === 'damaged')
      await files.change(attachmentId, {
        state: 'refused',
        problem: outcome.type === 'refused' ? outcome.code : 'damaged',
        round,
      });
    return outcome;
  }

  return {
    async sendNext(signal, textCame) {
      for (;;) {
        const time = now();
        const resting = [...restingUntil].filter(([, until]) => until > time).map(([id]) => id);
        const file = await files.nextReady(new Set(resting));
        if (file === null) return 'nothing-left';
        const outcome = await sendOne(file, signal, textCame);
        if (outcome.type === 'interrupted') return 'interrupted';
        if (outcome.type !== 'wait') return 'sent';
        if (!outcome.onlyThisFile) return { wait: outcome.reason };
        restingUntil.set(file.attachmentId, time + REST);
      }
    },
  };
}

/** A spoilt file has nothing to give but the empty piece that asks whether the whole was verified. */
const noBytes = async (length: number): Promise<Uint8Array<ArrayBuffer> | null> =>
  length === 0 ? new Uint8Array(0) : null;
