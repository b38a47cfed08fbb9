import { codeFrames, codeText } from './carry-code';
import { openRoom } from './open-room';

/** What a screen shows of one application for another device's camera. */
export type ShownCodes =
  | {
      readonly type: 'codes';
      /** In order; one or several. */
      readonly frames: readonly string[];
      /** The same as an address that another phone can open. */
      readonly address: string;
      readonly trackingCode: string;
      /** Papers that stay here and go when this device has a line. */
      readonly files: number;
    }
  | { readonly type: 'too-large' }
  | { readonly type: 'no-ticket' }
  | { readonly type: 'arrived' }
  | { readonly type: 'missing' };

/** One waiting application as codes. Its papers are not in them. */
export async function codesOf(id: string, origin: string): Promise<ShownCodes> {
  const room = await openRoom();
  const item = await room.outbox.get(id).catch(() => undefined);
  if (item === undefined || (item.state === 'needs-attention' && item.problem.code === 'damaged'))
    return { type: 'missing' };
  if (item.state === 'received') return { type: 'arrived' };
  const { submission, queuedAt } = item;
  const ticket = (await room.records.ticket())?.ticket ?? null;
  if (ticket === null) return { type: 'no-ticket' };
  const coded = {
    deviceCode: (await room.records.device())?.deviceCode ?? null,
    // Not the clock of this moment: the same application is the same package however often it is shown.
    exportedAt: submission.queuedAt,
    ticket,
    submission,
    queuedAt,
  };
  const frames = await codeFrames(coded);
  if (frames === null) return { type: 'too-large' };
  return {
    type: 'codes',
    frames,
    address: `${origin}/carry#${codeText(coded)}`,
    trackingCode: submission.trackingCode,
    files: submission.attachments.length,
  };
}
