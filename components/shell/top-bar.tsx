import Link from 'next/link';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Door } from '@/lib/browser/door';
import { useDevice } from '@/lib/browser/use-device';
import '@/lib/i18n/namespaces/common';
import '@/lib/i18n/namespaces/shell';
import { isLocked } from './door-gate';
import { LanguageSwitch } from './language-switch';
import { navLinksOf } from './nav-links';
import { StatusStrip } from './status-strip';

// Only a centre's device has a lock.
const LockButton = lazy(() => import('@/components/lock/lock-button'));

/** Name, places (on the PC), language, and how things stand. */
export function TopBar({ pathname, door }: { readonly pathname: string; readonly door: Door }) {
  const { t } = useTranslation(['common', 'shell']);
  const person = useDevice().person.kind;
  const links = isLocked(door) ? [] : navLinksOf(person);
  return (
    <header className="border-b border-line bg-paper print:hidden">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center justify-between gap-x-6 px-4">
        <Link
          prefetch={false}
          href="/"
          className="flex min-h-touch items-center gap-2 text-lg font-semibold text-ink no-underline"
        >
          <BridgeMark />
          {t('common:appName')}
        </Link>
        <nav aria-label={t('shell:nav.label')} className="hidden flex-1 md:block">
          <ul className="flex gap-1">
            {links.map(({ href, words, icon: Icon }) => (
              <li key={href}>
                <Link
                  prefetch={false}
                  href={href}
                  aria-current={pathname === href ? 'page' : undefined}
                  className="flex min-h-[56px] items-center gap-2 px-3 text-ink no-underline aria-[current=page]:border-b-3 aria-[current=page]:border-leaf aria-[current=page]:font-semibold aria-[current=page]:text-leaf"
                >
                  <Icon aria-hidden size={22} />
                  {t(`shell:${words}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex gap-1">
          {door === 'open' && (
            <Suspense>
              <LockButton />
            </Suspense>
          )}
          <LanguageSwitch />
        </div>
        <StatusStrip />
      </div>
    </header>
  );
}

function BridgeMark() {
  return (
    <svg aria-hidden="true" width="34" height="26" viewBox="0 0 34 26" fill="none" className="text-leaf">
      <path
        d="M2 22h30M5 22v-6a12 12 0 0 1 24 0v6M13 22v-7M21 22v-7"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}
