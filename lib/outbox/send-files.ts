import type { WaitReason } from './item';
import type { FileSender } from './ports';
import type { Flush } from './take-items';
import { isDue } from './transition';

/** Sends files one by one until none is left, the line wants a rest, or a text has become due; a file under way stops for it. `all-sent`: the counts are others now. */
export async function sendFiles(
  flush: Flush,
  files: FileSender,
  tried: ReadonlySet<string>,
  signal: AbortSignal = new AbortController().signal,
): Promise<'text-came' | 'all-sent' | 'aborted' | WaitReason | null> {
  let sentAny = false;
  const textCame = () => textIsDue(flush, tried);
  for (;;) {
    if (signal.aborted) return 'aborted';
    if (await textCame()) return 'text-came';
    const sent = await files.sendNext(signal, textCame);
    if (sent === 'interrupted') return 'text-came';
    if (sent === 'nothing-left') return sentAny ? 'all-sent' : null;
    if (sent !== 'sent') return sent.wait;
    sentAny = true;
  }
}

async function textIsDue({ store, clock }: Flush, tried: ReadonlySet<string>): Promise<boolean> {
  const now = clock();
  return (await store.all()).some((item) => isDue(item, now) && !tried.has(item.id));
}
