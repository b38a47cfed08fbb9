import { type RefObject, useEffect, useRef } from 'react';
import { SEARCH_HASH } from '@/components/shell/search-field';

/** Focuses the search when the address asks for it (the `/` key on another page), once. */
export function useFocusFromHash(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (window.location.hash !== SEARCH_HASH) return;
    field.current?.focus();
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  return field;
}
