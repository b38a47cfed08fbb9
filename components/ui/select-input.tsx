import type { ComponentProps } from 'react';
import { inputLook } from './input-look';

export type SelectInputProps = ComponentProps<'select'> & { readonly invalid?: boolean };

/** The browser's own list: it opens full-screen on phones and works by keyboard everywhere. */
export function SelectInput({ invalid = false, className, ...rest }: SelectInputProps) {
  return <select {...rest} aria-invalid={invalid || undefined} className={inputLook(invalid, className)} />;
}
