'use client';

import { memo, useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Answer } from '@/lib/forms/definition';
import { describedBy, FieldFrame, IN_LINE } from './field-frame';
import { useFormDesk, useSpotPart } from './form-context';
import { controlId, type Spot } from './spot';
import { useErrorText } from './use-error-text';
import type { WidgetProps } from './widget-props';
import { widgetOf } from './widgets';

/** One field in its frame. Draws again only when what is said of it changed; a key draws the control alone. */
export const FieldView = memo(function FieldView({ spot }: { readonly spot: Spot }) {
  const { store, hints } = useFormDesk();
  const { field, pointer } = spot;
  const required = useSpotPart(spot, 'required');
  const finding = useSpotPart(spot, 'error');
  const notice = useSpotPart(spot, 'warning');
  const readHint = () => hints.shown().get(pointer);
  const asked = useSyncExternalStore(hints.subscribe, readHint, readHint);
  const errorText = useErrorText(store);
  const id = controlId(pointer);
  const ids = useMemo(
    () => ({
      label: `${id}-label`,
      help: `${id}-help`,
      error: `${id}-error`,
      warning: `${id}-warning`,
      hint: `${id}-hint`,
    }),
    [id],
  );
  const { shape, wide } = widgetOf(field);
  const error = finding && errorText(finding);
  const warning = notice && errorText(notice);
  const { View } = hints;
  const hint = asked && View && <View id={ids.hint} spot={spot} hint={asked} />;

  return (
    <div className={wide ? '@xl:col-span-2' : IN_LINE} data-field={pointer}>
      <FieldFrame
        field={field}
        controlId={id}
        ids={ids}
        required={required}
        error={error}
        warning={warning}
        hint={hint}
        shape={shape}
        beside={!wide}
      >
        <ControlOfSpot
          spot={spot}
          id={id}
          labelId={ids.label}
          describedBy={describedBy({ field, ids, error, warning, hint })}
          required={required}
          invalid={error !== null}
        />
      </FieldFrame>
    </div>
  );
});

type ControlProps = Omit<WidgetProps, 'field' | 'answer' | 'onAnswer' | 'onLeave'>;

const ControlOfSpot = memo(function ControlOfSpot(props: ControlProps) {
  const { spot } = props;
  const { store } = useFormDesk();
  const answer = useSpotPart(spot, 'answer');
  const onAnswer = useCallback((next: Answer | undefined) => store.answer(spot, next), [store, spot]);
  const onLeave = useCallback(() => store.leave(spot), [store, spot]);
  const { Control } = widgetOf(spot.field);
  return <Control {...props} field={spot.field} answer={answer} onAnswer={onAnswer} onLeave={onLeave} />;
});
