import { ownerOf } from '../local/record-store';
import type { DraftContent } from '../local/rows';
import { upcastDraftRow } from '../local/upcast-draft';
import { err, ok, type Result } from '../shared/result';
import type { DraftHandle, SaveProblem } from './api';
import { createDraftActions } from './draft-actions';
import type { DraftMutation } from './draft-mutation';
import { type OpenDraft, type WriteProblem, writeDraft } from './draft-writer';
import { EMPTY_DRAFT } from './empty-draft';
import { guardLeaving } from './leave-guard';
import { soon } from './soon';
import type { WorkRoom } from './work-room';

/** Pause before a write that failed is tried again. */
const TRY_AGAIN = 3_000;

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
  let pending: readonly DraftMutation[] = [];
  let writing: Promise<boolean> | undefined;
  let callOff: (() => void) | undefined;
  let closed = false;
  let stopWatching = (): void => undefined;
  const listeners = new Set<() => void>();
  const stopGuarding = guardLeaving({
    isWritten: () => pending.length === 0 && writing === undefined,
    flush,
  });
  void load();

  function change(patch: Partial<DraftHandle>): void {
    handle = { ...handle, ...patch };
    for (const listener of listeners) listener();
  }

  function show(patch: Partial<DraftHandle> = {}): void {
    const content = open && pending.reduce((before, { apply }) => apply(before), open.content);
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
      onValue: (row) => void take(room, owner, upcastDraftRow(row)),
      onDown: () => change({ saveState: 'not-saved', saveProblem: { type: 'store-down' } }),
    });
  }

  /** Takes over a row as it is in the database: at first, and when another tab wrote. */
  async function take(room: WorkRoom, owner: string, row: OpenDraft['row'] | null): Promise<void> {
    await writing;
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
    pending = [...pending, mutation];
    show({ saveState: handle.saveState === 'not-saved' ? 'not-saved' : 'saving' });
    callOff ??= soon(() => void flush());
  }

  function forgetWaiting(): void {
    callOff?.();
    callOff = undefined;
  }

  async function flush(): Promise<boolean> {
    forgetWaiting();
    while (writing !== undefined) await writing;
    if (pending.length === 0) return handle.saveState !== 'not-saved';
    const { ok: saved } = await writeNext(pending);
    return saved && pending.length > 0 ? flush() : saved;
  }

  /** Whatever comes of one write, the next may begin: a defect costs a try, not the words. */
  async function writeNext(batch: readonly DraftMutation[]): Promise<Result<void, WriteProblem>> {
    const result = write(batch).catch((defect: unknown) => {
      globalThis.reportError?.(defect);
      return err({ type: 'store-down' } as const);
    });
    writing = result.then(({ ok: saved }) => saved);
    const written = await result;
    writing = undefined;
    if (!written.ok) noteFailure(written.problem);
    return written;
  }

  async function write(batch: readonly DraftMutation[]): Promise<Result<void, WriteProblem>> {
    const room = await openRoom();
    if (open?.row.state !== 'open') return err({ type: 'gone' });
    const result = await writeDraft(room.drafts, open, { mutations: batch, now: room.now() });
    if (!result.ok) return result;
    open = result.value;
    pending = pending.filter((one) => !batch.includes(one));
    show({
      saveState: pending.length === 0 ? 'saved' : 'saving',
      saveProblem: null,
      savedAt: open.row.updatedAt,
    });
    return ok(undefined);
  }

  function noteFailure(problem: WriteProblem): void {
    if (problem.type === 'gone') {
      pending = [];
      change({ saveState: 'saved', saveProblem: null });
      return;
    }
    change({ saveState: 'not-saved', saveProblem: problem });
    if (callOff !== undefined) return;
    const again = setTimeout(() => void flush(), TRY_AGAIN);
    callOff = () => clearTimeout(again);
  }

  /** A change that must be committed, or not have been: a file that does not fit must not hold up the text behind it. */
  async function mutateNow(mutation: DraftMutation): Promise<Result<void, SaveProblem>> {
    await flush();
    while (writing !== undefined) await writing;
    const result = await writeNext([mutation]);
    if (pending.length > 0) callOff ??= soon(() => void flush());
    if (result.ok) return result;
    const { problem } = result;
    if (pending.length === 0) change({ saveState: 'saved', saveProblem: null });
    return err(problem.type === 'gone' ? { type: 'store-down' } : problem);
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
        pending = [];
        forgetWaiting();
        while (writing !== undefined) await writing;
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
        forgetWaiting();
        open = null;
        pending = [];
        change({ ...EMPTY_DRAFT, id });
      }
    },
  };
}

function partsOf(content: DraftContent): Partial<DraftHandle> {
  const { answers, at, attachments, consent, fee } = content;
  return { answers, attachments, at: at ?? null, consent: consent ?? null, fee: fee ?? null };
}
