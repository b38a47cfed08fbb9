import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
});

test('a first answer that never comes leaves the way free', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { earlyCatalogue: new Promise(() => undefined) });
  const { earlyCatalogue, earlyIsOver } = await import('./early-catalogue');
  await vi.advanceTimersByTimeAsync(4_000);
  await earlyIsOver;
  await vi.advanceTimersByTimeAsync(16_000);
  expect(await earlyCatalogue()).toBeNull();
});

test.each([
  ['a line that is cut', () => Promise.reject(new TypeError('cut'))],
  ['a portal', async () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } })],
])('%s counts as no answer', async (_, answer) => {
  const asked: Promise<Response> = answer();
  // as the script in the page does
  asked.catch(() => undefined);
  vi.stubGlobal('window', { earlyCatalogue: asked });
  const { earlyCatalogue, earlyIsOver } = await import('./early-catalogue');
  await earlyIsOver;
  expect(await earlyCatalogue()).toBeNull();
});
