'use client';

import { useEffect, useState } from 'react';
import { dhakaToday } from '@/lib/bangla/dhaka-date';
import { afterPaint } from '@/lib/browser/after-paint';
import type { DraftHandle } from '@/lib/browser/api';
import { useDraftSession } from '@/lib/browser/use-draft';
import type { ServiceDefinition } from '@/lib/forms/definition';
import type { OpenDraft } from './draft-gate';
import type { FormDesk } from './form-context';
import { createFormStore } from './form-store';
import { createHintBoard } from './hint-board';

/** The form of an open draft: what is typed goes to the draft to be saved, what comes from elsewhere comes in. */
export function useFormOfDraft({ id, definition }: OpenDraft): FormDesk {
  const session = useDraftSession(id);
  const [desk] = useState(() => createDesk(id, session.get(), definition));
  useEffect(() => {
    const accept = () => {
      const { status, answers, attachments } = session.get();
      if (status === 'open') desk.store.accept(answers, attachments);
    };
    accept();
    return session.subscribe(accept);
  }, [session, desk]);
  return desk;
}

function createDesk(id: string, draft: DraftHandle, definition: ServiceDefinition): FormDesk {
  const store = createFormStore({
    definition,
    optionSets: draft.optionSets,
    answers: draft.answers,
    attachments: draft.attachments,
    today: dhakaToday(Date.now()),
    save: draft.setAnswer,
    later: afterPaint,
  });
  return {
    store,
    hints: createHintBoard(id),
    attach: draft.attach,
    detach: draft.detach,
    openFile: draft.openFile,
  };
}
