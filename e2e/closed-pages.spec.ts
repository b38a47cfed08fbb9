import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { inlineScriptHashes } from '../scripts/build/security-headers.mjs';
import { test } from './fixtures/test';

/** The pages of the build, from the build: none can be forgotten here. */
const pages = Object.keys(
  JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8')).routes as Record<string, unknown>,
).filter((route) => !route.startsWith('/_'));

const scriptsOf = (headers: Readonly<Record<string, string>>) =>
  /script-src ([^;]*)/.exec(headers['content-security-policy'] ?? '')?.[1]?.split(' ') ?? [];

function expectClosed(headers: Readonly<Record<string, string>>, html: string): void {
  expect(scriptsOf(headers)).toEqual(["'self'", ...inlineScriptHashes(html).map((hash) => `'${hash}'`)]);
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'strict-transport-security': expect.stringMatching(/^max-age=\d{8,}/),
    'permissions-policy': expect.stringContaining('geolocation=()'),
  });
}

/** Whether a script that somebody got into the page runs. */
const injectedRuns = (page: Page) =>
  page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.injected = "yes"';
    document.body.append(script);
    const image = document.createElement('div');
    image.innerHTML = '<img src="data:," onerror="document.documentElement.dataset.injected = \'yes\'">';
    document.body.append(image);
    return new Promise((resolve) =>
      setTimeout(() => resolve(document.documentElement.dataset.injected ?? 'no'), 50),
    );
  });

test('every page, over the line and out of the worker’s store, runs no script but its own', async ({
  line,
  newDevice,
}) => {
  const device = await newDevice('phone');
  await device.open('/');
  for (const path of [...pages, '/nothing-here']) {
    const answer = await device.page.request.get(`${device.origin}${path}`);
    expectClosed(answer.headers(), await answer.text());
  }
  await device.waitUntilOfflineReady();
  line.cut();
  const refused: string[] = [];
  device.page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  for (const path of pages)
    await test.step(path, async () => {
      const answer = await device.page.goto(`${device.origin}${path}`);
      expect(answer?.fromServiceWorker()).toBe(true);
      await expect(device.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      expect(refused).toEqual([]);
      expectClosed(answer?.headers() ?? {}, (await answer?.text()) ?? '');
      expect(await injectedRuns(device.page)).toBe('no');
      expect(refused.length).toBeGreaterThan(0);
      refused.length = 0;
    });
});
