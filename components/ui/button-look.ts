/** What a button is for: the one main action, another action, a small one, or one that takes something away. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

const BASE =
  'inline-flex min-h-touch min-w-touch cursor-pointer items-center justify-center gap-2 rounded-xl border px-4 py-2 text-center font-semibold leading-snug no-underline transition-colors disabled:cursor-not-allowed disabled:opacity-60';

const LOOKS: Record<ButtonLook, string> = {
  primary: 'border-leaf bg-leaf text-white hover:border-leaf-dark hover:bg-leaf-dark',
  secondary: 'border-leaf bg-paper text-leaf hover:bg-leaf-soft',
  quiet: 'border-transparent bg-transparent text-leaf hover:bg-leaf-soft',
  danger: 'border-need bg-paper text-need hover:bg-need-soft',
};

/** Classes shared by everything that looks like a button: 48 px high at least, never colour alone. */
export function buttonLook(look: ButtonLook, extra = ''): string {
  return `${BASE} ${LOOKS[look]} ${extra}`;
}
