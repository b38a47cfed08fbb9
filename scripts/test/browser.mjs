import { existsSync } from 'node:fs';
import { npm, run } from '../start/child.mjs';
import { say } from '../start/say.mjs';
import { findBrowser } from './find-browser.mjs';

const MINUTES = 60_000;
const INSTALLERS = [
  [
    'apt-get',
    [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ],
  ],
  ['apk', [['add', '--no-progress', 'chromium']]],
  ['dnf', [['install', '-y', '-q', 'chromium']]],
];

/**
 * Path of a Chromium that really starts: an installed one, else Playwright's own, else from the system's package manager.
 * Rejects with what was tried when there is none.
 */
export async function readyBrowser() {
  const installed = findBrowser();
  if (installed && (await starts(installed))) return installed;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  if (existsSync(own) && (await starts(own))) return own;
  say('Fetching a browser with Playwright …');
  await npm(['exec', '--', 'playwright', 'install', 'chromium'], { timeoutMs: 4 * MINUTES }).catch(
    () => undefined,
  );
  if (existsSync(own) && (await starts(own))) return own;
  say('That did not work; asking the system’s package manager …');
  await installFromSystem();
  const fromSystem = findBrowser();
  if (fromSystem && (await starts(fromSystem))) return fromSystem;
  throw new Error(
    'No browser: neither an installed Chromium or Chrome, nor Playwright’s, nor one from the package manager could be started. Set SETU_BROWSER to one.',
  );
}

async function starts(executablePath) {
  const { chromium } = await import('@playwright/test');
  try {
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await chromium.launch({ executablePath, args, timeout: 30_000 });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

async function installFromSystem() {
  if (process.getuid?.() !== 0) return;
  for (const [tool, steps] of INSTALLERS) {
    let found = true;
    for (const args of steps) {
      const result = await run(tool, args, { timeoutMs: 10 * MINUTES, env: quietEnv() }).catch(() => null);
      found = found && result !== null;
    }
    if (found) return;
  }
}

/** A Bangla font for pictures and layout checks. Not having one is no failure: the app brings its own. */
export async function banglaFont() {
  const list = await run('fc-list', [':lang=bn'], { timeoutMs: MINUTES }).catch(() => null);
  if (list?.output.trim() || process.getuid?.() !== 0) return;
  say('Installing a Bangla font …');
  const options = { timeoutMs: 5 * MINUTES, env: quietEnv() };
  await run('apt-get', ['update', '-qq'], options).catch(() => undefined);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'fonts-noto-core'], options).catch(
    () => undefined,
  );
}

function quietEnv() {
  return { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
}
