'use client';

import { useCallback, useMemo } from 'react';
import type { DraftAttachment } from '@/lib/browser/api';
import { useFormDesk, useFromStore } from './form-context';
import type { WidgetProps } from './widget-props';

/** Files of one field. A field asked once owns its slot; a field in a row names its one file in its cell. */
export function useSpotFiles({ spot, answer, onAnswer }: Pick<WidgetProps, 'spot' | 'answer' | 'onAnswer'>) {
  const { store } = useFormDesk();
  const all = useFromStore(store, (from) => from.attachments());
  const slot = `field:${spot.field.id}`;
  const files = useMemo(
    () => all.filter((file) => file.slot === slot && (!spot.cell || file.id === answer)),
    [all, slot, spot, answer],
  );
  const onAdded = useCallback(
    (file: DraftAttachment) => {
      if (spot.cell) onAnswer(file.id);
      // A file that does not fit is said to be wrong at once, not at the end of the form.
      store.leave(spot);
    },
    [store, spot, onAnswer],
  );
  const onRemoved = useCallback(() => {
    if (spot.cell) onAnswer(undefined);
  }, [spot, onAnswer]);
  return { slot, files, onAdded, onRemoved } as const;
}
