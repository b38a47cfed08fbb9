import { useMemo, useSyncExternalStore } from 'react';
import type { Result } from '../shared/result';
import type { CreateDraftProblem, CreatedDraft, DraftHandle } from './api';
import type { DraftSession } from './draft-session';
import { sessionOf } from './draft-sessions';
import { EMPTY_DRAFT } from './empty-draft';
import { openRoom } from './open-room';

/** One open draft, the same in every component that asks for this id. */
export function useDraft(id: string): DraftHandle {
  const session = useMemo(() => sessionFor(id), [id]);
  return useSyncExternalStore(session.subscribe, session.get, () => EMPTY_DRAFT);
}

/** A new draft of the newest version of a service, committed before this resolves. */
export async function createDraft(
  serviceId: string,
  supersedes?: string,
): Promise<Result<CreatedDraft, CreateDraftProblem>> {
  const [{ beginDraft }, room] = await Promise.all([import('./begin-draft'), openRoom()]);
  return beginDraft(room, serviceId, supersedes);
}

/** On the server there is nothing to open, and nobody would close it. */
function sessionFor(id: string): Pick<DraftSession, 'get' | 'subscribe'> {
  if (typeof window === 'undefined' || id === '')
    return { get: () => EMPTY_DRAFT, subscribe: () => () => undefined };
  return sessionOf(id);
}
