'use client';

import { useCallback, useState } from 'react';
import type { AttachProblem, DraftAttachment } from '@/lib/browser/api';
import { useFormDesk } from '../form/form-context';

export interface AttachFailure {
  readonly name: string;
  readonly problem: AttachProblem;
}

/** Adds files to one slot, one after another, and remembers which could not be added and why. */
export function useAttach(slot: string, onAdded?: (file: DraftAttachment) => void) {
  const { attach } = useFormDesk();
  const [busy, setBusy] = useState(0);
  const [failures, setFailures] = useState<readonly AttachFailure[]>([]);

  const add = useCallback(
    async (files: readonly (readonly [blob: Blob, name: string])[]) => {
      setFailures([]);
      setBusy((count) => count + files.length);
      for (const [blob, name] of files) {
        const added = await attach(slot, blob, name);
        setBusy((count) => count - 1);
        if (added.ok) onAdded?.(added.value);
        else setFailures((known) => [...known, { name, problem: added.problem }]);
      }
    },
    [attach, slot, onAdded],
  );
  return { add, busy, failures } as const;
}
