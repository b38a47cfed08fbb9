import { afterEach, expect, test, vi } from 'vitest';
import { startPwa } from './register';

afterEach(() => vi.unstubAllGlobals());

test('mode 23: outside a production build no worker is registered, and one that is there is removed', async () => {
  const registered: string[] = [];
  const removed = new Promise<string>((resolve) => {
    const left = {
      unregister: async () => {
        resolve('the worker of another build');
        return true;
      },
    };
    vi.stubGlobal('navigator', {
      serviceWorker: {
        getRegistrations: async () => [left],
        register: async (url: string) => registered.push(url),
      },
    });
  });
  startPwa();
  expect(await removed).toBe('the worker of another build');
  expect(registered).toEqual([]);
});
