'use client';

import { useEffect, useRef } from 'react';
import { type FormKey, formKeyOf } from './form-keys';

/** Calls back for the form's keys wherever the keyboard is on the page; silent while a dialog is open. */
export function useFormKeys(onKey: (key: FormKey) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.isComposing || target?.closest('dialog')) return;
      const key = formKeyOf(event, target?.closest('select, [role=combobox]') != null);
      if (!key) return;
      event.preventDefault();
      latest.current(key);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
