import { useCallback, useEffect, useRef, useState } from 'react';
import type { RemoteProblem } from '@/lib/browser/api';
import type { Result } from '@/lib/shared/result';

export type Remote<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'here'; readonly value: T }
  | { readonly status: 'trouble'; readonly problem: RemoteProblem };

/** Asks the server once per `key` and again on `reload`. An answer that comes after a newer question is ignored. */
export function useRemote<T>(key: string, ask: () => Promise<Result<T, RemoteProblem>>) {
  const [remote, setRemote] = useState<Remote<T>>({ status: 'loading' });
  const latest = useRef(0);
  const question = useRef(ask);
  question.current = ask;

  const reload = useCallback(() => {
    const mine = ++latest.current;
    void question.current().then((answer) => {
      if (mine !== latest.current) return;
      setRemote(
        answer.ok ? { status: 'here', value: answer.value } : { status: 'trouble', problem: answer.problem },
      );
    });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key is a new question
  useEffect(() => {
    setRemote({ status: 'loading' });
    reload();
  }, [key, reload]);

  return { remote, reload, setRemote };
}
