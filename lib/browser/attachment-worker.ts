import { shrinkPicture } from './shrink-picture';

declare const self: DedicatedWorkerGlobalScope;

/** Answers every picture with the small one, or null when it is none. */
self.addEventListener('message', async (event: MessageEvent<Blob>) => {
  const small = await shrinkPicture(event.data).catch(() => null);
  self.postMessage(small, small === null ? [] : [small.bytes.buffer]);
});
