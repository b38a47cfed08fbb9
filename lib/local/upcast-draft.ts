import type { DraftContent, DraftRow } from './rows';

/** Today's shape of a draft row of any age; null when its sealed box is not one. Rows before version 1 had no state. */
export function upcastDraftRow(row: unknown): DraftRow | null {
  if (typeof row !== 'object' || row === null) return null;
  const old = row as Partial<DraftRow>;
  if (
    typeof old.id !== 'string' ||
    !(old.box?.iv instanceof ArrayBuffer) ||
    !(old.box.ct instanceof ArrayBuffer)
  )
    return null;
  const createdAt = old.createdAt ?? old.updatedAt ?? 0;
  return {
    ...(old as DraftRow),
    v: 1,
    owner: old.owner ?? 'citizen',
    state: old.state ?? 'open',
    createdAt,
    updatedAt: old.updatedAt ?? createdAt,
  };
}

/** Today's shape of a draft's opened content. */
export function upcastDraftContent(content: unknown): DraftContent | null {
  if (typeof content !== 'object' || content === null) return null;
  const old = content as Partial<DraftContent>;
  return {
    ...old,
    answers: old.answers ?? {},
    fileKeys: old.fileKeys ?? {},
    attachments: old.attachments ?? [],
  };
}
