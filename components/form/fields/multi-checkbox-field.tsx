'use client';

import { useFormat } from '@/lib/i18n/use-format';
import { MARK, tileLook } from '../tile-look';
import { useOptions } from '../use-options';
import type { WidgetProps } from '../widget-props';

/** Several of a list. The answer keeps the order of the list, whatever order they were ticked in. */
export function MultiCheckboxField(props: WidgetProps) {
  const { text } = useFormat();
  const options = useOptions(props.field);
  const chosen = Array.isArray(props.answer) ? (props.answer as readonly unknown[]) : [];
  const toggle = (value: string, isTicked: boolean) => {
    const next = options
      .map((option) => option.value)
      .filter((one) => (one === value ? isTicked : chosen.includes(one)));
    props.onAnswer(next.length > 0 ? next : undefined);
  };
  return (
    <div className="grid grid-cols-1 gap-2 @md:grid-cols-2">
      {options.map((option, index) => {
        const isTicked = chosen.includes(option.value);
        return (
          <label key={option.value} className={tileLook(isTicked)}>
            <input
              type="checkbox"
              id={index === 0 ? props.id : undefined}
              checked={isTicked}
              disabled={props.field.readonly}
              aria-describedby={props.describedBy}
              className={MARK}
              onChange={(event) => toggle(option.value, event.target.checked)}
              onBlur={props.onLeave}
            />
            {text(option.label)}
          </label>
        );
      })}
    </div>
  );
}
