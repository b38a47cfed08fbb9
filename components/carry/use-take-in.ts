import { useState } from 'react';
import type { Opened, OpenProblem } from '@/lib/browser/carry-actions';
import type { CodedItem } from '@/lib/browser/carry-code';
import type { Result } from '@/lib/shared/result';

export type TakeIn =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'taken'; readonly opened: Opened }
  | { readonly kind: 'failed'; readonly problem: OpenProblem['type'] };

// Loaded when somebody acts: the page itself is open sooner.
const actions = () => import('@/lib/browser/carry-actions');

/** Takes in a file, codes or text, and says what became of it. One at a time. */
export function useTakeIn() {
  const [state, setState] = useState<TakeIn>({ kind: 'none' });
  const isBusy = state.kind === 'reading';

  async function run(total: number, work: () => Promise<Result<Opened, OpenProblem>>): Promise<void> {
    if (isBusy) return;
    setState({ kind: 'reading', done: 0, total });
    const taken = await work();
    setState(
      taken.ok ? { kind: 'taken', opened: taken.value } : { kind: 'failed', problem: taken.problem.type },
    );
  }

  return {
    state,
    isBusy,
    file: (file: File) =>
      run(file.size, async () =>
        (await actions()).openCarried(file, (done) => setState({ kind: 'reading', done, total: file.size })),
      ),
    text: (text: string) => run(0, async () => (await actions()).takeCodeText(text)),
    coded: (item: CodedItem) => run(0, async () => (await actions()).takeCoded(item)),
  };
}
