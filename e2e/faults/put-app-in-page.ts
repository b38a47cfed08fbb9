import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import type { AppInPage } from './app-in-page';

let bundle: Promise<string> | undefined;

async function bundled(): Promise<string> {
  const result = await build({
    entryPoints: ['e2e/faults/app-in-page.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
  });
  return result.outputFiles[0]?.text ?? '';
}

/** Puts the app's own actions into a page that shows any page of the app. */
export async function putAppInPage(page: Page): Promise<void> {
  bundle ??= bundled();
  // not as a script of the page: its policy runs none but its own
  await page.evaluate(await bundle);
}

type Actions = { [K in keyof AppInPage]: AppInPage[K] };

/** Calls one of them, and resolves with what it resolves with. */
export function inApp<K extends keyof Actions>(
  page: Page,
  action: K,
  ...args: Parameters<Actions[K]>
): Promise<Awaited<ReturnType<Actions[K]>>> {
  return page.evaluate(
    ([name, given]) => {
      const actions = Reflect.get(window, 'appInPage') as Record<string, (...all: unknown[]) => unknown>;
      return actions[name]?.(...given);
    },
    [action as string, args as unknown[]] as const,
  ) as Promise<Awaited<ReturnType<Actions[K]>>>;
}
