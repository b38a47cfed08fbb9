import type { FileAnswer } from '../definition';
import type { Check } from './check';

const MOST_FILES = 10;
const MEGABYTE = 1_000_000;

/** Files named by the answer are at hand, in this field's slot, of a fitting kind and size. Resolution (`dpiMin`) is not known here. */
export const checkFile: Check<FileAnswer> = (field, { attachmentIds }, { attachments }) => {
  const most = field.type === 'document' ? MOST_FILES : 1;
  if (attachmentIds.length > most) return [{ code: 'too-many-files', values: { max: most } }];
  if (!attachments) return [];
  const files = attachmentIds.map((id) => attachments.get(id));
  if (files.some((file) => file?.slot !== `field:${field.id}`)) return [{ code: 'file-missing' }];
  const wantsImage = field.type !== 'document';
  if (
    wantsImage &&
    files.some((file) => file?.mediaType !== undefined && !file.mediaType.startsWith('image/'))
  )
    return [{ code: 'file-not-image' }];
  const maxMB = field.rules?.maxMB;
  if (maxMB === undefined || files.every((file) => (file?.bytes ?? 0) <= maxMB * MEGABYTE)) return [];
  return [{ code: 'file-too-large', values: { maxMB } }];
};
