import { err, type Result } from '../shared/result';
import type { DraftMutation } from './draft-mutation';
import type { OpenDraft, WriteProblem } from './draft-writer';
import { soon } from './soon';

/** Pause before a write that failed is tried again. */
const TRY_AGAIN = 3_000;

type Written = Result<OpenDraft, WriteProblem>;

export interface DraftWritesDeps {
  /** Writes mutations over the draft as it is now; resolves after the commit. */
  readonly write: (batch: readonly DraftMutation[]) => Promise<Written>;
  readonly onWritten: (draft: OpenDraft) => void;
  readonly onFailure: (problem: WriteProblem) => void;
}

export type DraftWrites = ReturnType<typeof createDraftWrites>;

/** Changes of one draft on their way into the database: in order, one write at a time, each tried until it is there. */
export function createDraftWrites({ write, onWritten, onFailure }: DraftWritesDeps) {
  let pending: readonly DraftMutation[] = [];
  let writing: Promise<unknown> | undefined;
  let callOff: (() => void) | undefined;

  function forgetWaiting(): void {
    callOff?.();
    callOff = undefined;
  }

  async function settled(): Promise<void> {
    while (writing !== undefined) await writing;
  }

  /** False when something could not be written. */
  async function flush(): Promise<boolean> {
    forgetWaiting();
    // Not `settled()`: an await with nothing to wait for would let two callers begin a write each.
    while (writing !== undefined) await writing;
    if (pending.length === 0) return true;
    const { ok: saved } = await writeNext(pending);
    return saved && pending.length > 0 ? flush() : saved;
  }

  /** Whatever comes of one write, the next may begin: a defect costs a try, not the words. */
  async function writeNext(batch: readonly DraftMutation[]): Promise<Written> {
    const result = attempt(batch).catch((defect: unknown): Written => {
      globalThis.reportError?.(defect);
      return err({ type: 'store-down' });
    });
    writing = result;
    const written = await result;
    writing = undefined;
    if (!written.ok) noteFailure(written.problem);
    return written;
  }

  async function attempt(batch: readonly DraftMutation[]): Promise<Written> {
    const written = await write(batch);
    if (!written.ok) return written;
    pending = pending.filter((one) => !batch.includes(one));
    onWritten(written.value);
    return written;
  }

  function noteFailure(problem: WriteProblem): void {
    if (problem.type === 'gone') pending = [];
    else if (callOff === undefined) {
      const again = setTimeout(() => void flush(), TRY_AGAIN);
      callOff = () => clearTimeout(again);
    }
    onFailure(problem);
  }

  return {
    pending: () => pending,
    isWritten: () => pending.length === 0 && writing === undefined,
    settled,
    flush,
    /** Written behind the frame that shows it. */
    add(mutation: DraftMutation): void {
      pending = [...pending, mutation];
      callOff ??= soon(() => void flush());
    },
    /** Written by itself behind what waits, or not at all: it is not tried again. */
    async now(mutation: DraftMutation): Promise<Written> {
      await flush();
      while (writing !== undefined) await writing;
      const written = await writeNext([mutation]);
      if (pending.length > 0) callOff ??= soon(() => void flush());
      return written;
    },
    /** Lets go of what waits. */
    forget(): void {
      pending = [];
      forgetWaiting();
    },
  };
}
