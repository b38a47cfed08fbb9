import { fetchCatalogue } from '../remote/http-catalogue';
import type { CatalogueState } from './api';
import { refreshKeys } from './server-keys';
import type { WorkRoom } from './work-room';

/**
 * Brings the catalogue and the server's keys up to date. Returns the catalogue when it came and the reference database
 * could not keep it, so that a browser without storage can still show services; null otherwise.
 */
export async function refreshCatalogue(room: WorkRoom): Promise<CatalogueState | null> {
  const known = await room.reference.catalogue().catch(() => null);
  const [answer] = await Promise.all([fetchCatalogue(room.line, known), refreshKeys(room)]);
  if (!answer.ok || answer.value.type === 'unchanged') return null;
  const fresh = answer.value.answer;
  try {
    await room.reference.mergeCatalogue(fresh, answer.value.etag);
    return null;
  } catch {
    const { version, agencies, optionSets, services } = fresh;
    return { ready: true, version, agencies, optionSets, services };
  }
}
