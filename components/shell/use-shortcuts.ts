import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { lockDevice } from '@/lib/browser/use-door';
import { LOCK_KEY } from './lock-key';
import { SEARCH_FIELD, SEARCH_HASH } from './search-field';
import { shortcutsAreOn } from './shortcut-choice';

/** `/` goes to the search, `b` to the board; F8 locks, whatever a person is doing. The letters are silent while someone types, in a dialog, and where they are switched off (WCAG 2.1.4). */
export function useShortcuts(): void {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === LOCK_KEY) void lockDevice();
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !shortcutsAreOn())
        return;
      if (event.key === '/') {
        event.preventDefault();
        const search = document.querySelector<HTMLInputElement>(`[${SEARCH_FIELD}]`);
        if (search) search.focus();
        else router.push(`/${SEARCH_HASH}`);
      }
      // By place as well: with a Bangla layout the same key gives another letter.
      if (event.key === 'b' || event.code === 'KeyB') router.push('/board');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [router]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]') !== null
  );
}
