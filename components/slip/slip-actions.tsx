import type { LucideIcon } from 'lucide-react';
import ClipboardList from 'lucide-react/icons/clipboard-list';
import Printer from 'lucide-react/icons/printer';
import SearchCheck from 'lucide-react/icons/search-check';
import UserRoundPlus from 'lucide-react/icons/user-round-plus';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '@/components/ui/button';
import type { SlipState } from '@/lib/browser/api';
import '@/lib/i18n/namespaces/slip';
import { trackAddress } from './track-address';

/** On a phone three share one line: the icon above its word, as in the navigation. */
const SHARED = 'max-md:flex-col max-md:gap-0.5 max-md:px-1! max-md:text-sm';

/** To print, and where one goes from here: at a counter to the next citizen, on an own phone to follow the application. */
export function SlipActions({ slip }: { readonly slip: SlipState }) {
  const { t } = useTranslation('slip');
  const link = (icon: LucideIcon, href: string, words: 'next' | 'track' | 'board') => (
    <LinkButton
      look={words === 'board' ? 'quiet' : 'secondary'}
      icon={icon}
      href={href}
      prefetch={false}
      className={SHARED}
    >
      {t(words)}
    </LinkButton>
  );
  return (
    <>
      <Button icon={Printer} className={SHARED} onClick={() => window.print()}>
        {t('print')}
      </Button>
      {slip.centre === null
        ? link(SearchCheck, trackAddress(slip), 'track')
        : link(UserRoundPlus, '/', 'next')}
      {link(ClipboardList, '/board', 'board')}
    </>
  );
}
