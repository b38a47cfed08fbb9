import type { ComponentProps } from 'react';
import { inputLook } from './input-look';

export type TextInputProps = ComponentProps<'input'> & { readonly invalid?: boolean };

/** A bare line of text; label, help and error belong to whoever places it. The browser must not remember what is typed. */
export function TextInput({ invalid = false, className, ...rest }: TextInputProps) {
  return (
    <input
      type="text"
      autoComplete="off"
      {...rest}
      aria-invalid={invalid || undefined}
      className={inputLook(invalid, `written-line ${className ?? ''}`)}
    />
  );
}

export type TextAreaProps = ComponentProps<'textarea'> & { readonly invalid?: boolean };

/** Several lines of text. */
export function TextArea({ invalid = false, className, ...rest }: TextAreaProps) {
  return (
    <textarea
      rows={3}
      autoComplete="off"
      {...rest}
      aria-invalid={invalid || undefined}
      className={inputLook(invalid, className)}
    />
  );
}
