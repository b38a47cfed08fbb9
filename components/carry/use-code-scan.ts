import { type RefObject, useEffect, useRef, useState } from 'react';
import type { CodedItem } from '@/lib/browser/carry-code';

/** How a scan stands. `foreign`: the camera sees a code that is none of ours. */
export type ScanState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'some'; readonly have: number; readonly of: number };

/** Pause between two looks, milliseconds: a cheap phone needs its breath, a code is shown longer. */
const PAUSE = 120;

/** Looks for codes in the camera's picture while mounted, until an application is whole. */
export function useCodeScan(
  videoRef: RefObject<HTMLVideoElement | null>,
  onItem: (item: CodedItem) => void,
): ScanState {
  const [state, setState] = useState<ScanState>({ kind: 'looking' });
  const found = useRef(onItem);
  found.current = onItem;

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void Promise.all([import('@/lib/browser/carry-scan'), import('@/lib/browser/carry-code')]).then(
      async ([{ openCodeReader }, { createCodeCollector }]) => {
        const read = await openCodeReader();
        const collector = createCodeCollector();
        const look = async (): Promise<void> => {
          const text = videoRef.current ? await read(videoRef.current) : null;
          const seen = text === null ? null : await collector.take(text);
          if (gone) return;
          if (seen?.ok && seen.value.type === 'all') return found.current(seen.value.item);
          if (seen?.ok && seen.value.type === 'some')
            setState({ kind: 'some', have: seen.value.have.length, of: seen.value.of });
          if (seen && !seen.ok && seen.problem.type === 'foreign') setState({ kind: 'foreign' });
          timer = setTimeout(() => void look(), PAUSE);
        };
        if (!gone) await look();
      },
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [videoRef]);

  return state;
}
