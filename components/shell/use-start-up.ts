import { useEffect } from 'react';
import { whenListed } from '@/lib/browser/when-listed';
import { startPwa } from '@/lib/pwa/register';

/** What begins once per page load: the worker, and what keeps the device in step. Fetched late; the first screen needs neither. */
export function useStartUp(): void {
  useEffect(() => {
    whenListed(() => {
      startPwa();
      void import('@/lib/browser/sync-now').then(({ startSync }) => startSync());
    });
  }, []);
}
