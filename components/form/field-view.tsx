'use client';

import { memo, useCallback, useMemo } from 'react';
import type { Answer } from '@/lib/forms/definition';
import { describedBy, FieldFrame } from './field-frame';
import { useFormDesk, useSpot } from './form-context';
import { controlId, type Spot } from './spot';
import { useErrorText } from './use-error-text';
import { widgetOf } from './widgets';

/** One field in its frame. Draws again only when its own answer or message changed. */
export const FieldView = memo(function FieldView({ spot }: { readonly spot: Spot }) {
  const { store } = useFormDesk();
  const { field, pointer } = spot;
  const state = useSpot(spot);
  const errorText = useErrorText(store);
  const id = controlId(pointer);
  const ids = useMemo(
    () => ({ label: `${id}-label`, help: `${id}-help`, error: `${id}-error`, warning: `${id}-warning` }),
    [id],
  );
  const onAnswer = useCallback((answer: Answer | undefined) => store.answer(spot, answer), [store, spot]);
  const onLeave = useCallback(() => store.leave(spot), [store, spot]);
  const { shape, wide, Control } = widgetOf(field);
  const error = state.error && errorText(state.error);
  const warning = state.warning && errorText(state.warning);

  return (
    <div className={wide ? '@xl:col-span-2' : ''} data-field={pointer}>
      <FieldFrame
        field={field}
        controlId={id}
        ids={ids}
        required={state.required}
        error={error}
        warning={warning}
        shape={shape}
      >
        <Control
          spot={spot}
          field={field}
          answer={state.answer}
          id={id}
          labelId={ids.label}
          describedBy={describedBy({ field, ids, error, warning })}
          required={state.required}
          invalid={error !== null}
          onAnswer={onAnswer}
          onLeave={onLeave}
        />
      </FieldFrame>
    </div>
  );
});
