import { useEffect, useState } from 'react';
import type { ServiceFormState } from './api';
import { lineStore } from './line-store';
import { openRoom } from './open-room';

/** The form of a service, fetched when this device has none; asked for again when the line is back. */
export function useServiceForm(id: string | null): ServiceFormState {
  const [held, setHeld] = useState<{ readonly id: string | null; readonly state: ServiceFormState }>();
  useEffect(() => {
    if (id === null) return;
    let isOver = false;
    let isHere = false;
    let isAsking = false;
    const look = async (): Promise<void> => {
      if (isOver || isHere || isAsking) return;
      isAsking = true;
      const [room, { serviceForm }] = await Promise.all([openRoom(), import('./service-form')]);
      const form = await serviceForm(room, id);
      isAsking = false;
      isHere = form.ok;
      if (!isOver)
        setHeld({
          id,
          state: form.ok
            ? { status: 'here', definition: form.value.definition, optionSets: form.value.optionSets }
            : problemOf(form.problem.type),
        });
    };
    void look();
    const stop = lineStore.subscribe(() => lineStore.get() === 'online' && void look());
    addEventListener('online', look);
    return () => {
      isOver = true;
      stop();
      removeEventListener('online', look);
    };
  }, [id]);
  if (id === null) return { status: 'unknown' };
  return held?.id === id ? held.state : { status: 'loading' };
}

const problemOf = (type: 'unknown-service' | 'form-not-here'): ServiceFormState => ({
  status: type === 'unknown-service' ? 'unknown' : 'not-here',
});
