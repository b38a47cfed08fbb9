'use client';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftHandle } from '@/lib/browser/api';
import { useDraftSession } from '@/lib/browser/use-draft';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import { DraftGate, type OpenDraft } from './draft-gate';
import { focusStep } from './focus-step';
import { FormContext } from './form-context';
import type { FormKey } from './form-keys';
import { NarrowForm } from './narrow-form';
import { useFormKeys } from './use-form-keys';
import { useFormOfDraft } from './use-form-of-draft';
import { type FormScreen, useFormScreen } from './use-form-screen';
import { useIsWide } from './use-is-wide';
import { WideForm } from './wide-form';

/** Fills in one application: a section a screen on the phone, all at once on the counter's PC. */
export function ApplyPage() {
  const { t } = useTranslation('form');
  return <DraftGate title={t('title')}>{(draft) => <FormOfDraft draft={draft} />}</DraftGate>;
}

function FormOfDraft({ draft }: { readonly draft: OpenDraft }) {
  const desk = useFormOfDraft(draft);
  const screen = useFormScreen(desk.store, draft.id);
  const isWide = useIsWide();
  const said = useSaidByKeys(screen, isWide);
  return (
    <FormContext value={desk}>
      {isWide ? <WideForm screen={screen} /> : <NarrowForm screen={screen} />}
      <p role="status" className="sr-only">
        {said}
      </p>
    </FormContext>
  );
}

/** Does what the form's keys ask; gives what is to be read aloud. */
function useSaidByKeys(screen: FormScreen, isWide: boolean): string {
  const { t } = useTranslation('form');
  const { time } = useFormat();
  const [said, setSaid] = useState('');
  const session = useDraftSession(screen.draftId);
  const { steps, at } = screen;
  const move = (index: number) => {
    const step = steps[index];
    if (!step) return;
    screen.goToStep(step);
    if (isWide) focusStep(step.id);
  };
  const saidOf = ({ saveState, savedAt }: DraftHandle) => {
    if (saveState === 'saved' && savedAt !== null) return t('savedAt', { time: time(savedAt) });
    return saveState === 'not-saved' ? t('notSaved') : t('savedByItself');
  };
  useFormKeys((key: FormKey) => {
    if (key === 'review') screen.review();
    else if (key === 'next') move(at + 1);
    else if (key === 'previous') move(at - 1);
    else setSaid(saidOf(session.get()));
  });
  return said;
}
