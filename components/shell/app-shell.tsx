'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { MAIN_ID, SkipLink } from '@/components/ui/skip-link';
import { useDoor } from '@/lib/browser/use-door';
import { useSavedLanguage } from '@/lib/i18n/use-language';
import { BottomNav } from './bottom-nav';
import { DoorGate, isLocked } from './door-gate';
import { isFocusedPage } from './nav-links';
import { TopBar } from './top-bar';
import { TroubleNotices } from './trouble-notices';
import { UpdatePrompt } from './update-prompt';
import { useBanglaFont } from './use-bangla-font';
import { useShortcuts } from './use-shortcuts';
import { useStartUp } from './use-start-up';

/** The bars around every page, and what the whole app does once: language, shortcuts, face, update prompt. */
export function AppShell({ children }: { readonly children: ReactNode }) {
  const pathname = usePathname();
  const door = useDoor();
  const focused = isFocusedPage(pathname) || isLocked(door);
  useStartUp();
  useSavedLanguage();
  useShortcuts();
  useBanglaFont();
  return (
    <div className={focused ? '' : 'with-bottom-nav'}>
      <SkipLink />
      <TopBar pathname={pathname} door={door} />
      <TroubleNotices />
      <main id={MAIN_ID} tabIndex={-1} className="pb-(--nav-height) outline-none">
        <DoorGate door={door} pathname={pathname}>
          {children}
        </DoorGate>
      </main>
      <UpdatePrompt mayInterrupt={!focused} />
      {!focused && <BottomNav pathname={pathname} />}
    </div>
  );
}
