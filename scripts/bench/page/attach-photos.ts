import { sealFile } from '../../../lib/browser/attached-file';
import { fileAttached } from '../../../lib/browser/draft-mutation';
import type { NewFile } from '../../../lib/local/dexie-draft-store';
import type { DraftContent } from '../../../lib/local/rows';

/** Which slots of an application get a picture, and how many pixels its sides have: noise, so about half a byte each. */
export interface PhotoPlan {
  readonly slots: readonly string[];
  readonly side: number;
}

const MOST_RANDOM = 65_536;

/** The content with its files, each encrypted as the app does it; without a plan as it was. */
export async function attachPhotos(
  submissionId: string,
  before: DraftContent,
  plan: PhotoPlan | undefined,
): Promise<{ readonly content: DraftContent; readonly files: readonly NewFile[] }> {
  let content = before;
  const files: NewFile[] = [];
  for (const slot of plan?.slots ?? []) {
    const about = {
      submissionId,
      attachmentId: crypto.randomUUID(),
      slot,
      mediaType: 'image/jpeg',
      name: 'photo',
    } as const;
    const { attachment, key, file } = await sealFile(await photo(plan?.side ?? 1), about);
    content = fileAttached(attachment, key, file).apply(content);
    files.push(file);
  }
  // Consent is given last, to everything.
  const { consent } = before;
  return { content: { ...content, ...(consent && { consent }) }, files };
}

async function photo(side: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(side, side);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser draws nothing');
  const picture = pen.createImageData(side, side);
  for (let at = 0; at < picture.data.length; at += MOST_RANDOM)
    crypto.getRandomValues(picture.data.subarray(at, at + MOST_RANDOM));
  pen.putImageData(picture, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.6 });
  return new Uint8Array(await blob.arrayBuffer());
}
