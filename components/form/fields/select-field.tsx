'use client';

import { useTranslation } from 'react-i18next';
import { SelectInput } from '@/components/ui/select-input';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import { useOptions } from '../use-options';
import type { WidgetProps } from '../widget-props';

/** A list of many choices, the browser's own. An answer that is no longer in the list stays visible until another is chosen. */
export function SelectField(props: WidgetProps) {
  const { t } = useTranslation('form');
  const { text } = useFormat();
  const options = useOptions(props.field);
  const value = typeof props.answer === 'string' ? props.answer : '';
  const isKnown = value === '' || options.some((option) => option.value === value);
  return (
    <SelectInput
      id={props.id}
      value={value}
      invalid={props.invalid}
      disabled={props.field.readonly}
      aria-describedby={props.describedBy}
      aria-required={props.required || undefined}
      onChange={(event) => props.onAnswer(event.target.value === '' ? undefined : event.target.value)}
      onBlur={props.onLeave}
    >
      <option value="">{t('choose')}</option>
      {!isKnown && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {text(option.label)}
        </option>
      ))}
    </SelectInput>
  );
}
