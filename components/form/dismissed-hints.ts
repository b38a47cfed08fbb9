import type { FieldHint } from '../../lib/forms/hints/hint';

/** Only where and what was asked: nothing of what was typed is written here. */
const KEY = 'setu.hints.';

/** Questions of this draft that a person has answered with "it is right"; known as long as the tab is open. */
export function isDismissed(draftId: string, hint: FieldHint): boolean {
  return read(draftId).includes(nameOf(hint));
}

export function dismiss(draftId: string, hint: FieldHint): void {
  const all = [...new Set([...read(draftId), nameOf(hint)])];
  known.set(draftId, all);
  try {
    sessionStorage.setItem(KEY + draftId, all.join(' '));
  } catch {
    // blocked storage: known as long as the page is open
  }
}

const known = new Map<string, readonly string[]>();

function read(draftId: string): readonly string[] {
  const here = known.get(draftId);
  if (here) return here;
  let stored: string | null = null;
  try {
    stored = sessionStorage.getItem(KEY + draftId);
  } catch {
    // as if nothing had been dismissed
  }
  const all = stored?.split(' ') ?? [];
  known.set(draftId, all);
  return all;
}

const nameOf = ({ pointer, code }: FieldHint): string => `${code}@${pointer}`;
