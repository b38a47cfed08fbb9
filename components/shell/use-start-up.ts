import { useEffect } from 'react';
import { whenListed } from '@/lib/browser/when-listed';
import { startPwa } from '@/lib/pwa/register';

/** How long the page that was opened has the processor to itself, milliseconds. */
const OWN_TIME = 1_000;

/** What begins once per page load: the worker, and what keeps the device in step. Fetched late; the first screen needs neither. */
export function useStartUp(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = () => {
      startPwa();
      void import('@/lib/browser/sync-now').then(({ startSync }) => startSync());
    };
    whenListed(() => {
      timer = setTimeout(start, OWN_TIME);
    });
    return () => clearTimeout(timer);
  }, []);
}
