import { useMemo, useRef, useSyncExternalStore } from 'react';
import type { Answers } from '../forms/definition';
import type { Result } from '../shared/result';
import type { CreateDraftProblem, CreatedDraft, DraftHandle } from './api';
import type { DraftSession } from './draft-session';
import { sessionOf } from './draft-sessions';
import { EMPTY_DRAFT } from './empty-draft';
import { openRoom } from './open-room';

/** One open draft, the same in every component that asks for this id. */
export function useDraft(id: string): DraftHandle {
  const session = useDraftSession(id);
  return useSyncExternalStore(session.subscribe, session.get, () => EMPTY_DRAFT);
}

/** The session of a draft, to read when something happens; drawing nothing by itself. */
export function useDraftSession(id: string): Pick<DraftSession, 'get' | 'subscribe'> {
  return useMemo(() => sessionFor(id), [id]);
}

/**
 * Some parts of an open draft; draws again only when one of them changed. A key press changes the answers, and a whole
 * form drawn again for it is what makes a slow phone slow. `keys` must not change.
 */
export function useDraftParts<K extends keyof DraftHandle>(
  id: string,
  keys: readonly K[],
): Pick<DraftHandle, K> {
  const session = useDraftSession(id);
  const known = useRef<DraftHandle>(EMPTY_DRAFT);
  const read = () => {
    const now = session.get();
    if (keys.some((key) => !Object.is(now[key], known.current[key]))) known.current = now;
    return known.current;
  };
  return useSyncExternalStore(session.subscribe, read, () => EMPTY_DRAFT);
}

/** A new draft of the newest version of a service, committed before this resolves; with `answers` where some are known. */
export async function createDraft(
  serviceId: string,
  supersedes?: string,
  answers?: Answers,
): Promise<Result<CreatedDraft, CreateDraftProblem>> {
  const [{ beginDraft }, room] = await Promise.all([import('./begin-draft'), openRoom()]);
  return beginDraft(room, serviceId, supersedes, answers);
}

/** On the server there is nothing to open, and nobody would close it. */
function sessionFor(id: string): Pick<DraftSession, 'get' | 'subscribe'> {
  if (typeof window === 'undefined' || id === '')
    return { get: () => EMPTY_DRAFT, subscribe: () => () => undefined };
  return sessionOf(id);
}
