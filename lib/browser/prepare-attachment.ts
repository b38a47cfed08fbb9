import { err, ok, type Result } from '../shared/result';
import type { AttachProblem } from './api';
import type { ShrunkPicture } from './shrink-picture';
import { type MediaType, sniffMedia } from './sniff-media';

export interface PreparedAttachment {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: MediaType;
}

export type ShrinkPicture = (source: Blob) => Promise<ShrunkPicture | null>;

const MB = 1024 * 1024;
const LARGEST_PDF_MB = 5;
/** Beyond it a cheap phone cannot even decode the picture. */
const LARGEST_PICTURE_MB = 40;
/** A worker that has not answered by then will not. Milliseconds. */
const PATIENCE = 30_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * A file as it will be stored: known by its content, pictures made small, PDF as it is. One at a time, so that ten
 * photos chosen at once do not take ten times the memory.
 */
export function prepareAttachment(
  blob: Blob,
  shrink: ShrinkPicture = shrinkInWorker,
): Promise<Result<PreparedAttachment, AttachProblem>> {
  const turn = last.then(() => prepare(blob, shrink));
  last = turn.catch(() => undefined);
  return turn;
}

async function prepare(
  blob: Blob,
  shrink: ShrinkPicture,
): Promise<Result<PreparedAttachment, AttachProblem>> {
  const head = await readBytes(blob.slice(0, 64));
  if (head === null) return err({ type: 'unreadable' });
  const mediaType = sniffMedia(head);
  if (mediaType === null) return err({ type: 'unsupported-media' });
  const maxMB = mediaType === 'application/pdf' ? LARGEST_PDF_MB : LARGEST_PICTURE_MB;
  if (blob.size > maxMB * MB) return err({ type: 'too-large', maxMB });
  if (mediaType === 'application/pdf') {
    const bytes = await readBytes(blob);
    return bytes === null ? err({ type: 'unreadable' }) : ok({ bytes, mediaType });
  }
  const small = await shrink(blob.type === mediaType ? blob : new Blob([blob], { type: mediaType }));
  return small === null ? err({ type: 'unreadable' }) : ok(small);
}

/** null when the file is gone: taken off a pen-drive, or out of a phone's cloud. */
async function readBytes(blob: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  }
}

/** Off the main thread where the browser can; a worker that cannot start or breaks hands back to the page. */
async function shrinkInWorker(source: Blob): Promise<ShrunkPicture | null> {
  const canWork = typeof Worker !== 'undefined' && typeof OffscreenCanvas !== 'undefined';
  const answered = canWork ? await askWorker(source) : 'broken';
  if (answered !== 'broken') return answered;
  return (await import('./shrink-picture')).shrinkPicture(source);
}

function askWorker(source: Blob): Promise<ShrunkPicture | null | 'broken'> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(new URL('./attachment-worker.ts', import.meta.url), { type: 'module' });
    } catch {
      resolve('broken');
      return;
    }
    const end = (answer: ShrunkPicture | null | 'broken'): void => {
      clearTimeout(timer);
      // Ended after every picture: the memory of a decoded photo goes with it.
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end('broken'), PATIENCE);
    worker.onmessage = (event: MessageEvent<ShrunkPicture | null>) => end(event.data);
    worker.onerror = () => end('broken');
    worker.postMessage(source);
  });
}
