'use client';

import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import { MARK, tileLook } from '../tile-look';
import type { WidgetProps } from '../widget-props';

/** A statement that is read out to the citizen and then ticked. */
export function DeclarationField(props: WidgetProps) {
  const { t } = useTranslation('form');
  const { text } = useFormat();
  const isTicked = props.answer === true;
  return (
    <div>
      <p className="mb-1.5 text-sm text-ink-soft">{t('declaration.readOut')}</p>
      <label className={tileLook(isTicked)}>
        <input
          type="checkbox"
          id={props.id}
          checked={isTicked}
          aria-describedby={props.describedBy}
          aria-required={props.required || undefined}
          aria-invalid={props.invalid || undefined}
          className={MARK}
          onChange={(event) => props.onAnswer(event.target.checked || undefined)}
          onBlur={props.onLeave}
        />
        <span id={props.labelId}>{text(props.field.label)}</span>
      </label>
    </div>
  );
}
