/** Classes of a big choice with its own radio or box: chosen is a thicker edge and a ground, never colour alone. */
export function tileLook(isChosen: boolean): string {
  const state = isChosen ? 'border-2 border-leaf bg-leaf-soft font-semibold' : 'border-ink-soft bg-paper';
  return `flex min-h-touch cursor-pointer items-center gap-3 rounded-xl border px-4 py-2 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-leaf ${state}`;
}

export const MARK = 'size-5 shrink-0 cursor-pointer accent-leaf';
