'use client';

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { soon } from '@/lib/browser/soon';
import { fieldHints } from '@/lib/forms/hints/field-hints';
import type { FieldHint } from '@/lib/forms/hints/hint';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/hint';
import { isDismissed } from './dismissed-hints';
import { districtCode } from './district-code';
import { fieldOfPointer } from './error-values';
import { FieldHintView } from './field-hint-view';
import { type FormDesk, useFormDesk } from './form-context';
import { hintsToShow } from './hints-to-show';
import { useHintText } from './use-hint-text';

/** Looks over the form whenever the keyboard leaves a field, puts questions under the fields, and reads a new one out. */
export default function FormHints() {
  const desk = useFormDesk();
  const said = useSaid(desk);
  useEffect(() => {
    let callOff: (() => void) | undefined;
    let isPressing = false;
    const later = () => {
      callOff?.();
      callOff = soon(() => {
        if (!isPressing) look(desk);
      });
    };
    // A question that comes between pressing and letting go would move what is being pressed away from under the finger.
    const press = () => {
      isPressing = true;
    };
    const letGo = () => {
      isPressing = false;
      later();
    };
    // While somebody types, only a question that stands there already can be spoilt by it.
    const changed = () => {
      const typing = fieldOf(document.activeElement);
      const isAsked = [...desk.hints.shown().values()].some(
        ({ pointer, about }) => pointer === typing || about.some((other) => other === typing),
      );
      if (typing === null || isAsked) later();
    };
    later();
    const stop = desk.store.subscribe(changed);
    const heard = {
      focusin: later,
      focusout: later,
      pointerdown: press,
      pointerup: letGo,
      pointercancel: letGo,
    };
    for (const [event, listener] of Object.entries(heard)) document.addEventListener(event, listener);
    return () => {
      stop();
      callOff?.();
      for (const [event, listener] of Object.entries(heard)) document.removeEventListener(event, listener);
    };
  }, [desk]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}

function look({ store, hints }: FormDesk): void {
  const { view, errorAt } = store.exam();
  const next = hintsToShow(fieldHints(view, { districtCode }), {
    shown: hints.shown(),
    typing: fieldOf(document.activeElement),
    isDismissed: (hint) => isDismissed(hints.draftId, hint),
    hasError: (pointer) => errorAt.has(pointer),
  });
  if (next === hints.shown()) return;
  hints.View = FieldHintView;
  hints.show(next);
}

/** Pointer of the field whose control has the keyboard; a button in it, such as that of a question, is no typing. */
function fieldOf(element: Element | null): string | null {
  if (element === null || element instanceof HTMLButtonElement) return null;
  return element.closest('[data-field]')?.getAttribute('data-field') ?? null;
}

/** The newest question, with the name of its field, for whoever does not see it come. */
function useSaid({ store, hints }: FormDesk): string {
  const { t } = useTranslation('hint');
  const { text } = useFormat();
  const wordsOf = useHintText(store);
  const [newest, setNewest] = useState<FieldHint | null>(null);
  useEffect(() => {
    let before = hints.shown();
    return hints.subscribe(() => {
      const now = hints.shown();
      const come = [...now.values()].find((hint) => before.get(hint.pointer) !== hint);
      before = now;
      setNewest((known) => come ?? (known && now.get(known.pointer) === known ? known : null));
    });
  }, [hints]);
  const field = newest && fieldOfPointer(store.definition, newest.pointer);
  return newest && field ? t('said', { field: text(field.label), hint: wordsOf(newest).question }) : '';
}
