import type { OutboxItem } from '../outbox/item';
import { isWithdrawn } from '../outbox/withdrawal';
import { err, ok, type Result } from '../shared/result';
import type { ExportedUnsent, SaveProblem } from './api';
import { openRoom } from './open-room';
import { saveProblemOf } from './save-problem';
import type { WorkRoom } from './work-room';

/** Everything sealed that the server has not acknowledged, as one file for a pen-drive. Holds no readable answer. */
export async function exportUnsent(only: ExportFilter = {}): Promise<Result<ExportedUnsent, SaveProblem>> {
  return exportFrom(await openRoom(), only);
}

/** Which of the unsent work; everything when `id` is absent. */
export interface ExportFilter {
  readonly id?: string;
}

/** The same from a given room. `sheba-setu-unsent`, version 1; file bytes are base64 of what would be uploaded. */
export async function exportFrom(
  room: WorkRoom,
  { id }: ExportFilter = {},
): Promise<Result<ExportedUnsent, SaveProblem>> {
  try {
    // What was taken back must not reach the server by another road; asked for by itself, it is the copy that is kept before.
    const items = (await room.outbox.all()).filter((item) =>
      id === undefined ? item.state !== 'received' && !isWithdrawn(item) : item.id === id,
    );
    const device = await room.records.device();
    const exportedAt = new Date(room.now()).toISOString();
    const head = JSON.stringify({
      format: 'sheba-setu-unsent',
      v: 1,
      exportedAt,
      deviceCode: device?.deviceCode ?? null,
    });
    const parts: string[] = [`${head.slice(0, -1)},"items":[`];
    for (const [index, item] of items.entries())
      parts.push(`${index > 0 ? ',' : ''}${await exportedItem(room, item)}`);
    parts.push(']}');
    return ok({
      fileName: `sheba-setu-unsent-${device?.deviceCode ?? 'device'}-${exportedAt.slice(0, 10)}.json`,
      blob: new Blob(parts, { type: 'application/json' }),
      count: items.length,
    });
  } catch (error) {
    return err(saveProblemOf(error));
  }
}

async function exportedItem(room: WorkRoom, { submission, queuedAt }: OutboxItem): Promise<string> {
  const files: { readonly id: string; readonly data: string | null }[] = [];
  for (const { id, bytes } of submission.attachments ?? []) {
    const box = await room.files.readSlice(id, 0, bytes);
    files.push({ id, data: box === null ? null : base64(box) });
  }
  return JSON.stringify({ submission, queuedAt, files });
}

/** In pieces: a whole picture as arguments of one call is more than a cheap phone's stack. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
