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
  const keys = refreshKeys(room);
  const answer = await fetchCatalogue(room.line, known);
  const unkept = await keep(room, answer);
  await keys;
  return unkept;
}

async function keep(
  room: WorkRoom,
  answer: Awaited<ReturnType<typeof fetchCatalogue>>,
): Promise<CatalogueState | null> {
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
