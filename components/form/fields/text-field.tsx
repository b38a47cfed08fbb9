'use client';

import { useState } from 'react';
import { TextArea, TextInput } from '@/components/ui/text-input';
import { useLanguage } from '@/lib/i18n/use-language';
import { inputModeOf, storedText } from '../typed-text';
import type { WidgetProps } from '../widget-props';

const LONG_TEXT = 200;

/** One line of letters or digits; several lines where the definition allows long text. Nothing is blocked while typing:
 *  whatever stands here is kept, and explained when it is wrong. */
export function TextField(props: WidgetProps) {
  const { field, answer, onAnswer, onLeave } = props;
  const { locale } = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const isLong = field.type === 'text' && (field.rules?.maxLength ?? 0) >= LONG_TEXT;

  const type = (text: string) => {
    setTyped(text);
    onAnswer(text === '' ? undefined : text);
  };
  const shared = {
    id: props.id,
    value: typed ?? storedText(field, answer, locale),
    invalid: props.invalid,
    readOnly: field.readonly,
    'aria-describedby': props.describedBy,
    'aria-required': props.required || undefined,
    spellCheck: false,
    onBlur: () => {
      setTyped(null);
      onLeave();
    },
  };
  if (isLong) return <TextArea {...shared} onChange={(event) => type(event.target.value)} />;
  return (
    <TextInput
      {...shared}
      inputMode={inputModeOf(field.type)}
      autoCapitalize={field.rules?.upper ? 'characters' : 'none'}
      lang={field.type === 'textEn' ? 'en' : field.type === 'textBn' ? 'bn' : undefined}
      onChange={(event) => type(event.target.value)}
    />
  );
}
