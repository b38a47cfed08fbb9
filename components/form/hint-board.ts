import type { ComponentType } from 'react';
import type { FieldHint } from '../../lib/forms/hints/hint';
import type { Spot } from './spot';

export type ShownHints = ReadonlyMap<string, FieldHint>;

export interface FieldHintProps {
  /** DOM id of the question. */
  readonly id: string;
  readonly spot: Spot;
  readonly hint: FieldHint;
}

/** The questions that stand under the fields now, by pointer, and what draws them. Empty until the code that asks has come. */
export interface HintBoard {
  readonly draftId: string;
  shown(): ShownHints;
  /** Given with the questions, so that a form that asks nothing loads nothing to ask with. */
  View: ComponentType<FieldHintProps> | null;
  show(hints: ShownHints): void;
  subscribe(listener: () => void): () => void;
}

export function createHintBoard(draftId: string): HintBoard {
  const listeners = new Set<() => void>();
  let shown: ShownHints = new Map();
  return {
    draftId,
    View: null,
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
