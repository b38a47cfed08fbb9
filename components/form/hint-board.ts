import type { FieldHint } from '../../lib/forms/hints/hint';

export type ShownHints = ReadonlyMap<string, FieldHint>;

/** The questions that stand under the fields now, by pointer. Empty until the code that asks has come. */
export interface HintBoard {
  readonly draftId: string;
  shown(): ShownHints;
  show(hints: ShownHints): void;
  subscribe(listener: () => void): () => void;
}

export function createHintBoard(draftId: string): HintBoard {
  const listeners = new Set<() => void>();
  let shown: ShownHints = new Map();
  return {
    draftId,
    shown: () => shown,
    show(hints) {
      shown = hints;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
