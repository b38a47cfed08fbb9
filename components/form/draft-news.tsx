'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { FormVersion } from './form-version';
import { MendingReason } from './mending-reason';
import type { FormScreen } from './use-form-screen';

const FormHints = dynamic(() => import('./form-hints'), { ssr: false });

/** What a person should know of a draft before going on: why it came back, and what a new version of the form means for it. */
export default function DraftNews({ screen }: { readonly screen: FormScreen }) {
  const wasLeft = useFirstLeft();
  return (
    <>
      <MendingReason draftId={screen.draftId} />
      <FormVersion screen={screen} />
      {wasLeft && <FormHints />}
    </>
  );
}

/** Whether the keyboard has left a field yet: before that there is nothing to ask about. */
function useFirstLeft(): boolean {
  const [wasLeft, setWasLeft] = useState(false);
  useEffect(() => {
    const leave = () => setWasLeft(true);
    document.addEventListener('focusout', leave, { once: true });
    return () => document.removeEventListener('focusout', leave);
  }, []);
  return wasLeft;
}
