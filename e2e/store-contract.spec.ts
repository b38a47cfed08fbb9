import { expect } from '@playwright/test';
import { build } from 'esbuild';
import { outboxStoreContract } from '../lib/outbox/testing/store-contract';
import { test } from './fixtures/test';

let bundle = '';
test.beforeAll(async () => {
  const result = await build({
    entryPoints: ['e2e/store-contract-in-browser.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  bundle = result.outputFiles[0]?.text ?? '';
});

test('the queue’s storage keeps its promises on the browser’s own IndexedDB', async ({ newDevice }) => {
  const device = await newDevice('phone');
  await device.open('/settings');
  await device.page.evaluate(bundle);
  expect(outboxStoreContract.length).toBeGreaterThan(10);
  for (const [index, promise] of outboxStoreContract.entries()) {
    await test.step(promise.name, async () => {
      const wrong = await device.page.evaluate(
        (number) =>
          (Reflect.get(window, 'storeContract') as { keeps(n: number): Promise<string | null> }).keeps(
            number,
          ),
        index,
      );
      expect(wrong, promise.name).toBeNull();
    });
  }
});
