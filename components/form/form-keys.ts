export type FormKey = 'review' | 'next' | 'previous' | 'save';

interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The key is held down. */
  readonly repeat?: boolean;
}

/** Names of the keys as they stand on the keyboard, for hints. */
export const KEY_CAPS: Readonly<Record<FormKey, string>> = {
  review: 'Ctrl+Enter',
  next: 'Alt+↓',
  previous: 'Alt+↑',
  save: 'Ctrl+S',
};

/** What a key press asks of the form, or null. Letters go by their place: a Bangla layout gives another letter. */
export function formKeyOf(pressed: Pressed, isInList: boolean): FormKey | null {
  const { key, code, altKey, shiftKey } = pressed;
  const isCommand = pressed.ctrlKey || pressed.metaKey;
  if (isCommand && !altKey && !shiftKey) {
    // Held a little too long, it would go through the review unread.
    if (key === 'Enter') return pressed.repeat ? null : 'review';
    return code === 'KeyS' ? 'save' : null;
  }
  // Alt with an arrow opens a list: there it stays the list's own.
  if (!altKey || isCommand || shiftKey || isInList) return null;
  return key === 'ArrowDown' ? 'next' : key === 'ArrowUp' ? 'previous' : null;
}
