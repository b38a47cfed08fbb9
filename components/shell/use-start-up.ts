import { useEffect } from 'react';
import { tryUntil } from '@/lib/browser/try-until';
import { whenListed } from '@/lib/browser/when-listed';
import { startPwa } from '@/lib/pwa/register';

/** What begins once per page load: the worker, and what keeps the device in step. Fetched late; the first screen needs neither. */
export function useStartUp(): void {
  useEffect(() => {
    whenListed(() => {
      startPwa();
      // Where the line is cut before the code has come, an open board would otherwise send nothing until it is opened anew.
      const starting = tryUntil(async () => {
        await (await import('@/lib/browser/sync-now')).startSync();
        return true;
      });
      addEventListener('online', starting.now);
    });
  }, []);
}
