'use client';

import { useFormat } from '@/lib/i18n/use-format';
import { MARK, tileLook } from '../tile-look';
import { useOptions } from '../use-options';
import type { WidgetProps } from '../widget-props';

/** A few choices as tiles a thumb can hit. */
export function RadioField(props: WidgetProps) {
  const { text } = useFormat();
  const options = useOptions(props.field);
  return (
    <div className="grid grid-cols-1 gap-2 @md:grid-cols-2">
      {options.map((option, index) => {
        const isChosen = props.answer === option.value;
        return (
          <label key={option.value} className={tileLook(isChosen)}>
            <input
              type="radio"
              id={index === 0 ? props.id : undefined}
              name={props.id}
              value={option.value}
              checked={isChosen}
              disabled={props.field.readonly}
              aria-describedby={props.describedBy}
              className={MARK}
              onChange={() => props.onAnswer(option.value)}
              onBlur={props.onLeave}
            />
            {text(option.label)}
          </label>
        );
      })}
    </div>
  );
}
