import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { CreateDraftProblem } from '@/lib/browser/api';
import { createDraft } from '@/lib/browser/use-draft';
import type { Answers } from '@/lib/forms/definition';

/** Makes a draft that is saved before its form opens. What is known already goes along in memory, never in an address. */
export function useStartDraft(serviceId: string, answers?: Answers) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CreateDraftProblem['type'] | null>(null);
  const start = async () => {
    setBusy(true);
    setProblem(null);
    const draft = await createDraft(serviceId, undefined, answers);
    if (draft.ok) router.push(`/apply?draft=${draft.value.id}`);
    else {
      setProblem(draft.problem.type);
      setBusy(false);
    }
  };
  return { start, busy, problem };
}
