'use client';

import { useFormat } from '@/lib/i18n/use-format';
import { MARK, tileLook } from '../tile-look';
import type { WidgetProps } from '../widget-props';

/** Yes or no: one box with its own sentence beside it. */
export function CheckboxField(props: WidgetProps) {
  const { text } = useFormat();
  const isTicked = props.answer === true;
  return (
    <label className={tileLook(isTicked)}>
      <input
        type="checkbox"
        id={props.id}
        checked={isTicked}
        disabled={props.field.readonly}
        aria-describedby={props.describedBy}
        aria-required={props.required || undefined}
        aria-invalid={props.invalid || undefined}
        className={MARK}
        onChange={(event) => props.onAnswer(event.target.checked || undefined)}
        onBlur={props.onLeave}
      />
      <span id={props.labelId}>{text(props.field.label)}</span>
    </label>
  );
}
