import Link from 'next/link';
import { useTranslation } from 'react-i18next';
import { useDevice } from '@/lib/browser/use-device';
import '@/lib/i18n/namespaces/shell';
import { navLinksOf } from './nav-links';

/** Four places in thumb reach; phones only. */
export function BottomNav({ pathname }: { readonly pathname: string }) {
  const { t } = useTranslation('shell');
  const links = navLinksOf(useDevice().person.kind);
  return (
    <nav
      aria-label={t('nav.label')}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex">
        {links.map(({ href, words, icon: Icon }) => (
          <li key={href} className="flex-1">
            <Link
              prefetch={false}
              href={href}
              aria-current={pathname === href ? 'page' : undefined}
              className="flex h-[60px] flex-col items-center justify-center text-[0.8rem] leading-normal whitespace-nowrap text-ink-soft no-underline aria-[current=page]:border-t-3 aria-[current=page]:border-leaf aria-[current=page]:font-semibold aria-[current=page]:text-leaf"
            >
              <Icon aria-hidden size={24} />
              {t(words)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
