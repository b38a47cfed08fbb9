import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook, buttonLook } from './button-look';

interface Looks {
  readonly look?: ButtonLook;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}

export type ButtonProps = Looks & Omit<ComponentProps<'button'>, 'children'> & { readonly busy?: boolean };

/** A native button. `busy` keeps its words and its width, and stops a second press. */
export function Button({
  look = 'primary',
  icon: Icon,
  busy = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      disabled={busy || rest.disabled}
      className={buttonLook(look, className)}
    >
      {Icon && <Icon aria-hidden size={22} className="shrink-0" />}
      {children}
    </button>
  );
}

export type LinkButtonProps = Looks & Omit<ComponentProps<typeof Link>, 'children'>;

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ look = 'primary', icon: Icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link prefetch={false} {...rest} className={buttonLook(look, className)}>
      {Icon && <Icon aria-hidden size={22} className="shrink-0" />}
      {children}
    </Link>
  );
}
