'use client';

import { FormVersion } from './form-version';
import { MendingReason } from './mending-reason';
import type { FormScreen } from './use-form-screen';

/** What a person should know of a draft before going on: why it came back, and what a new version of the form means for it. */
export default function DraftNews({ screen }: { readonly screen: FormScreen }) {
  return (
    <>
      <MendingReason draftId={screen.draftId} />
      <FormVersion screen={screen} />
    </>
  );
}
