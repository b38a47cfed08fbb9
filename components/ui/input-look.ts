const BASE =
  'block w-full min-h-touch rounded-xl border bg-paper px-3.5 py-2 text-ink placeholder:text-ink-soft disabled:bg-ground disabled:text-ink-soft';

/** Classes shared by everything a person types into. */
export function inputLook(invalid: boolean, extra = ''): string {
  return `${BASE} ${invalid ? 'border-2 border-need' : 'border-ink-soft'} ${extra}`;
}
