'use client';

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { dhakaToday } from '@/lib/bangla/dhaka-date';
import type { OpenDraft } from './draft-gate';
import type { FormDesk } from './form-context';
import { createFormStore } from './form-store';

/** Runs work after the next frame is on the screen; in a hidden page, which draws none, without waiting for it. */
function afterPaint(work: () => void): void {
  if (document.visibilityState === 'hidden') setTimeout(work);
  else requestAnimationFrame(() => setTimeout(work));
}

/** The form of an open draft: what is typed goes to the draft to be saved, what comes from elsewhere comes in. */
export function useFormOfDraft(draft: OpenDraft): FormDesk {
  const latest = useRef(draft);
  useLayoutEffect(() => {
    latest.current = draft;
  });
  const [store] = useState(() =>
    createFormStore({
      definition: draft.definition,
      optionSets: draft.optionSets,
      answers: draft.answers,
      attachments: draft.attachments,
      today: dhakaToday(Date.now()),
      save: (key, answer) => latest.current.setAnswer(key, answer),
      later: afterPaint,
    }),
  );
  useEffect(() => store.accept(draft.answers, draft.attachments), [store, draft.answers, draft.attachments]);
  return useMemo(
    () => ({
      store,
      attach: (slot, file, name) => latest.current.attach(slot, file, name),
      detach: (attachmentId) => latest.current.detach(attachmentId),
      openFile: (attachmentId) => latest.current.openFile(attachmentId),
    }),
    [store],
  );
}
