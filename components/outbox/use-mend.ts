import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { MendProblem } from '@/lib/browser/api';
import { mendApplication } from '@/lib/browser/mend';

/** Opens a copy of a refused or returned application for mending; the old one stays as it is. */
export function useMend() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<MendProblem['type'] | null>(null);
  const mend = async (id: string) => {
    setBusy(true);
    setProblem(null);
    const draft = await mendApplication(id);
    if (draft.ok) router.push(`/apply?draft=${draft.value.id}`);
    else {
      setProblem(draft.problem.type);
      setBusy(false);
    }
  };
  return { mend, busy, problem };
}
