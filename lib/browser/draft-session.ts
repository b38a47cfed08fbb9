import { ownerOf } from '../local/record-store';
import type { DraftContent } from '../local/rows';
import { upcastDraftRow } from '../local/upcast-draft';
import { VaultLockedError } from '../local/vault-locked';
import { err, ok, type Result } from '../shared/result';
import type { DraftHandle, SaveProblem } from './api';
import { createDraftActions } from './draft-actions';
import type { DraftMutation } from './draft-mutation';
import { type OpenDraft, type WriteProblem, writeDraft } from './draft-writer';
import { createDraftWrites } from './draft-writes';
import { EMPTY_DRAFT } from './empty-draft';
import { guardLeaving } from './leave-guard';
import type { WorkRoom } from './work-room';

export interface DraftSession {
  get(): DraftHandle;
  subscribe(listener: () => void): () => void;
  /** Writes everything typed so far; resolves after the commit, false when it could not be written. */
  flush(): Promise<boolean>;
  /** Writes, then forgets everything it holds. */
  close(): Promise<void>;
}

/**
 * One open draft of this window. What is typed shows at once and is written behind that frame; `saved` is said only after
 * the commit. What could not be written stays here and is tried again.
 */
export function createDraftSession(id: string, openRoom: () => Promise<WorkRoom>): DraftSession {
  let handle: DraftHandle = { ...EMPTY_DRAFT, id };
  let open: OpenDraft | null = null;
  let closed = false;
  let stopWatching = (): void => undefined;
  const listeners = new Set<() => void>();
  const writes = createDraftWrites({ write, onWritten: noteWritten, onFailure: noteFailure });
  const stopGuarding = guardLeaving(writes);
  void load();

  function change(patch: Partial<DraftHandle>): void {
    handle = { ...handle, ...patch };
    for (const listener of listeners) listener();
  }

  function show(patch: Partial<DraftHandle> = {}): void {
    const content = open && writes.pending().reduce((before, { apply }) => apply(before), open.content);
    change({ ...(content && partsOf(content)), ...patch });
  }

  async function load(): Promise<void> {
    const room = await openRoom();
    const [{ watch }, person] = await Promise.all([
      import('./watch'),
      room.records.person().catch(() => ({ kind: 'nobody' as const })),
    ]);
    const owner = ownerOf(person);
    if (closed) return;
    stopWatching = watch(room.gate, (db) => db.drafts.get(id), {
      onValue: (row) =>
        void take(room, owner, upcastDraftRow(row)).catch((error: unknown) => {
          // The lock screen stands before the page, and this session is let go of when it goes.
          if (!(error instanceof VaultLockedError)) throw error;
        }),
      onDown: () => change({ saveState: 'not-saved', saveProblem: { type: 'store-down' } }),
    });
  }

  /** Takes over a row as it is in the database: at first, and when another tab wrote. */
  async function take(room: WorkRoom, owner: string, row: OpenDraft['row'] | null): Promise<void> {
    await writes.settled();
    if (closed) return;
    // Another person's draft is not there for this one.
    if (row === null || row.owner !== owner) {
      open = null;
      change({ status: 'missing' });
      return;
    }
    if (open !== null && row.updatedAt <= open.row.updatedAt) return;
    const [content, pinned] = await Promise.all([
      room.drafts.open(row),
      room.drafts.pinned(row.serviceId, row.serviceVersion),
    ]);
    if (content === null) {
      change({ status: 'damaged' });
      return;
    }
    if (open !== null && row.updatedAt <= open.row.updatedAt) return;
    open = { row, content };
    show({
      status: row.state,
      definition: pinned?.definition ?? null,
      optionSets: pinned?.optionSets ?? {},
      supersedes: row.supersedes ?? null,
      savedAt: row.updatedAt,
    });
  }

  function mutate(mutation: DraftMutation): void {
    if (handle.status !== 'open') return;
    writes.add(mutation);
    show({ saveState: handle.saveState === 'not-saved' ? 'not-saved' : 'saving' });
  }

  async function write(batch: readonly DraftMutation[]): Promise<Result<OpenDraft, WriteProblem>> {
    const room = await openRoom();
    if (open?.row.state !== 'open') return err({ type: 'gone' });
    return writeDraft(room.drafts, open, { mutations: batch, now: room.now() });
  }

  function noteWritten(draft: OpenDraft): void {
    open = draft;
    show({
      saveState: writes.pending().length === 0 ? 'saved' : 'saving',
      saveProblem: null,
      savedAt: draft.row.updatedAt,
    });
  }

  function noteFailure(problem: WriteProblem): void {
    if (problem.type === 'gone') change({ saveState: 'saved', saveProblem: null });
    else change({ saveState: 'not-saved', saveProblem: problem });
  }

  async function flush(): Promise<boolean> {
    return (await writes.flush()) && handle.saveState !== 'not-saved';
  }

  /** A change that must be committed, or not have been: a file that does not fit must not hold up the text behind it. */
  async function mutateNow(mutation: DraftMutation): Promise<Result<void, SaveProblem>> {
    const written = await writes.now(mutation);
    if (written.ok) return ok(undefined);
    if (writes.pending().length === 0) change({ saveState: 'saved', saveProblem: null });
    return err(written.problem.type === 'gone' ? { type: 'store-down' } : written.problem);
  }

  handle = {
    ...handle,
    ...createDraftActions(id, {
      openRoom,
      mutate,
      mutateNow,
      flush,
      handle: () => handle,
      fileKey: (attachmentId) => open?.content.fileKeys[attachmentId],
      async forgetPending() {
        writes.forget();
        await writes.settled();
      },
    }),
  };

  return {
    get: () => handle,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    async close() {
      try {
        await flush();
      } finally {
        closed = true;
        stopWatching();
        stopGuarding();
        writes.forget();
        open = null;
        change({ ...EMPTY_DRAFT, id });
      }
    },
  };
}

function partsOf(content: DraftContent): Partial<DraftHandle> {
  const { answers, at = null, attachments, consent = null, fee = null, moved = null } = content;
  return { answers, attachments, at, consent, fee, moved };
}
