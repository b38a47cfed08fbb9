import type { Answers } from '../forms/definition';
import type { NewFile } from '../local/dexie-draft-store';
import type { DraftAttachment, DraftContent } from '../local/rows';
import type { WorkRoom } from './work-room';

/**
 * Answers and files for the new draft. Files are encrypted anew, because a file is bound to its submission; consent is
 * left out, because it was given for other words. null when a file cannot be read any more.
 */
export async function copyFiles(
  room: WorkRoom,
  { from, to, content }: { readonly from: string; readonly to: string; readonly content: DraftContent },
): Promise<{ readonly content: DraftContent; readonly files: readonly NewFile[] } | null> {
  const { openStoredFile, sealFile } = await import('./attached-file');
  const files: NewFile[] = [];
  const attachments: DraftAttachment[] = [];
  const fileKeys: Record<string, string> = {};
  const newIds = new Map<string, string>();
  for (const old of content.attachments) {
    const bytes = await openStoredFile(room, from, old, content.fileKeys[old.id]);
    if (bytes === null) return null;
    const attachmentId = room.newId();
    const { slot, mediaType, name } = old;
    const sealed = await sealFile(bytes, { submissionId: to, attachmentId, slot, mediaType, name });
    files.push(sealed.file);
    attachments.push(sealed.attachment);
    fileKeys[attachmentId] = sealed.key;
    newIds.set(old.id, attachmentId);
  }
  const answers = renamedFiles(content.answers, newIds);
  const { fee } = content;
  return { files, content: { answers, attachments, fileKeys, ...(fee && { fee }) } };
}

function renamedFiles(answers: Answers, newIds: ReadonlyMap<string, string>): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([field, answer]) => {
      const isFiles = typeof answer === 'object' && answer !== null && 'attachmentIds' in answer;
      if (!isFiles) return [field, answer];
      return [field, { attachmentIds: answer.attachmentIds.flatMap((id) => newIds.get(id) ?? []) }];
    }),
  );
}
