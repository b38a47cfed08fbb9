'use client';

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError } from '@/lib/forms/field-error';
import { optionsOf } from '@/lib/forms/options';
import { rowGroupsOf, rowsOf } from '@/lib/forms/row-groups';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/errors';
import { errorKey, errorValues, fieldOfPointer } from './error-values';
import type { FormStore } from './form-store';
import { spotPointerOf } from './spot';

/** The words for an error of this form, naming field and way out; in a row, which row is meant. */
export function useErrorText(
  store: FormStore,
): (error: FieldError, options?: { readonly withRow?: boolean }) => string {
  const { t } = useTranslation('errors');
  const format = useFormat();
  return useCallback(
    (error, options) => {
      const { definition, optionSets } = store;
      const key = errorKey(error, fieldOfPointer(definition, error.pointer));
      const text = t(key, errorValues(error, { definition, optionSets, format }));
      if (!options?.withRow) return text;
      const [groupKey, row, fieldId] = spotPointerOf(error.pointer).split('/').slice(1);
      const group = rowGroupsOf(definition).find((one) => one.key === groupKey);
      if (!group || fieldId === undefined) return text;
      if (group.per === undefined) return t('inRow', { n: format.number(Number(row) + 1), text });
      const value = rowsOf(group, store.answers())[Number(row)]?.[group.per];
      const per = definition.fields.find((field) => field.id === group.per);
      const option = per && optionsOf(per, optionSets).find((one) => one.value === value);
      return option ? t('forItem', { item: format.text(option.label), text }) : text;
    },
    [store, t, format],
  );
}
