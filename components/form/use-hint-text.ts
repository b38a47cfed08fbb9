'use client';

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldHint } from '@/lib/forms/hints/hint';
import { isIsoDate } from '@/lib/forms/iso-date';
import { type Format, useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/hint';
import type { FormStore } from './form-store';

/** A question in the person's words, and what may stand in the field instead as it would be shown there. */
export interface HintText {
  readonly question: string;
  readonly offer: string | null;
}

export function useHintText(store: FormStore): (hint: FieldHint) => HintText {
  const { t } = useTranslation('hint');
  const format = useFormat();
  return useCallback(
    (hint) => {
      const offer = offerOf(hint, format);
      const values = Object.entries(hint.values).map(([name, value]) => [
        name,
        name === 'field' ? labelOf(store, value, format) : wordOf(name, value, format),
      ]);
      return { question: t(hint.code, Object.fromEntries(values)), offer };
    },
    [store, t, format],
  );
}

/** Digits in the language on screen; a name stays as it would be written. */
function offerOf({ offer, code }: FieldHint, format: Format): string | null {
  if (offer === undefined) return null;
  return code === 'bijoy-text' || code === 'title-colon' ? offer : format.digits(offer);
}

function labelOf(store: FormStore, id: string | number, format: Format): string {
  const field = store.definition.fields.find((one) => one.id === id);
  return field ? format.text(field.label) : '';
}

function wordOf(name: string, value: string | number, format: Format): string {
  if (typeof value === 'number') return format.digits(String(value));
  if (isIsoDate(value)) return format.date(value);
  return name === 'code' ? format.digits(value) : value;
}
