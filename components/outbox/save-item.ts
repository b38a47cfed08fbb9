import { downloadFile } from '@/components/settings/download-file';
import { exportUnsent } from '@/lib/browser/export-unsent';

/** Saves one sealed application to a file. False when that did not work. */
export async function saveItem(id: string): Promise<boolean> {
  const file = await exportUnsent({ id });
  if (!file.ok || file.value.count === 0) return false;
  downloadFile(file.value.blob, file.value.fileName);
  return true;
}
