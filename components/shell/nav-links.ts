import type { LucideIcon } from 'lucide-react';
import ClipboardList from 'lucide-react/icons/clipboard-list';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Gavel from 'lucide-react/icons/gavel';
import House from 'lucide-react/icons/house';
import SearchCheck from 'lucide-react/icons/search-check';
import type { Person } from '@/lib/browser/api';

export interface NavLink {
  readonly href: string;
  readonly words: 'nav.home' | 'nav.desk' | 'nav.board' | 'nav.track' | 'nav.settings';
  readonly icon: LucideIcon;
}

const COUNTER: readonly NavLink[] = [
  { href: '/', words: 'nav.home', icon: House },
  { href: '/board', words: 'nav.board', icon: ClipboardList },
  { href: '/track', words: 'nav.track', icon: SearchCheck },
  { href: '/settings', words: 'nav.settings', icon: Ellipsis },
];

const DESK: NavLink = { href: '/desk', words: 'nav.desk', icon: Gavel };

/** Places a person goes to: staff have the desk in place of the counter's board. */
export function navLinksOf(person: Person['kind']): readonly NavLink[] {
  return person === 'staff' ? COUNTER.map((link) => (link.href === '/board' ? DESK : link)) : COUNTER;
}

/** Pages where a person is in the middle of something: nothing but their own actions at the bottom. */
const FOCUSED = ['/apply', '/review', '/slip', '/desk', '/sign-in'];

/** Whether the bottom navigation would take room from a person at work. */
export function isFocusedPage(pathname: string): boolean {
  return FOCUSED.some((page) => pathname === page || pathname.startsWith(`${page}/`));
}
