import type { ComponentProps } from 'react';
import { TextInput } from '@/components/ui/text-input';

/** Digits that nobody reads over a shoulder. Not of the type `password`: browsers offer to keep those, for whoever comes next. */
export function PinInput(props: ComponentProps<typeof TextInput>) {
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={24}
      {...props}
      className="max-w-56 tracking-[0.3em] [-webkit-text-security:disc]"
    />
  );
}
