'use client';

import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import type { AnswerRow } from '@/lib/forms/definition';
import { optionsOf } from '@/lib/forms/options';
import { MAX_ROWS, type RowGroup, rowsOf } from '@/lib/forms/row-groups';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import { FieldView } from './field-view';
import { useFormDesk, useFromStore } from './form-context';
import type { Block } from './section-blocks';
import { controlId } from './spot';
import { useErrorText } from './use-error-text';

type Rows = Extract<Block, { kind: 'rows' }>;

/** Fields asked once per row: rows the person adds and takes away, or one per chosen value. */
export function RowGroupView({ group, rows }: Rows) {
  const { t } = useTranslation('form');
  const { text, number } = useFormat();
  const { store, detach } = useFormDesk();
  const errorText = useErrorText(store);
  const pointer = `/${group.key}`;
  const finding = useFromStore(store, (from) => from.findingAt(pointer));
  const isOpenEnded = group.per === undefined;

  const add = () => store.writeRows(group, [...rowsOf(group, store.answers()), emptyRow(group)]);
  const remove = (index: number) => {
    const all = rowsOf(group, store.answers());
    for (const field of group.fields) {
      const cell = all[index]?.[field.id];
      const isFile = store.attachments().some((file) => file.id === cell);
      if (isFile && typeof cell === 'string') void detach(cell);
    }
    store.writeRows(
      group,
      all.filter((_, at) => at !== index),
    );
  };
  const titleOf = (value: string | null, index: number) => {
    const per = store.definition.fields.find((field) => field.id === group.per);
    const option = per && optionsOf(per, store.optionSets).find((one) => one.value === value);
    return option ? text(option.label) : t('rows.title', { n: number(index + 1) });
  };

  return (
    <div className="flex flex-col gap-4 @xl:col-span-2" id={controlId(pointer)} tabIndex={-1}>
      {finding && <p className="font-semibold text-need">{errorText(finding)}</p>}
      {rows.map((row, index) => (
        <fieldset key={row.value ?? index} className="min-w-0 rounded-card border border-line p-4">
          <legend className="px-1 font-semibold text-leaf-dark">{titleOf(row.value, index)}</legend>
          <div className="grid grid-cols-1 gap-5 @xl:grid-cols-2">
            {row.spots.map((spot) => (
              <FieldView key={spot.pointer} spot={spot} />
            ))}
          </div>
          {isOpenEnded && rows.length > 1 && (
            <Button look="quiet" icon={Trash2} className="mt-3" onClick={() => remove(index)}>
              {t('rows.remove', { n: number(index + 1) })}
            </Button>
          )}
        </fieldset>
      ))}
      {isOpenEnded && rows.length < MAX_ROWS && (
        <div>
          <Button look="secondary" icon={Plus} onClick={add}>
            {t('rows.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A new row with what most people answer already in it. */
function emptyRow(group: RowGroup): AnswerRow {
  return Object.fromEntries(
    group.fields.flatMap((field) => (field.default ? [[field.id, field.default]] : [])),
  );
}
