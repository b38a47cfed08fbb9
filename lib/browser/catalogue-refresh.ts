import { fetchServiceList, type ListAnswer } from '../remote/http-catalogue';
import type { CatalogueState } from './api';
import { bringForms } from './bring-forms';
import { refreshKeys } from './server-keys';
import type { WorkRoom } from './work-room';

/**
 * Brings the list of services, the forms that are here and the server's keys up to date; a device without any form gets what is asked
 * for most. Returns the list when it came and the reference database could not keep it, so that a browser without storage
 * can still show services; null otherwise.
 */
export async function refreshCatalogue(room: WorkRoom): Promise<CatalogueState | null> {
  const known = await room.reference.list().catch(() => null);
  const keys = refreshKeys(room);
  const answer = await fetchServiceList(room.line, known);
  const unkept = answer.ok ? await keepList(room, answer.value) : null;
  if (answer.ok) await bringForms(room, { reach: 'held' }).catch(() => false);
  await keys;
  return unkept;
}

/** Keeps the answer; returns what it shows when it could not be kept. */
export async function keepList(room: WorkRoom, answer: ListAnswer): Promise<CatalogueState | null> {
  if (answer.type === 'unchanged') return null;
  const { list, etag } = answer;
  try {
    await room.reference.mergeList(list, etag);
    return null;
  } catch {
    const { version, agencies = [], services } = list;
    return { ready: true, version, agencies, services, formsHere: 0 };
  }
}
