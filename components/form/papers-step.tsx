'use client';

import { useTranslation } from 'react-i18next';
import { AttachmentBox } from '@/components/attachment/attachment-box';
import type { DocumentNeed } from '@/lib/forms/documents';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import { useFormDesk, useFromStore } from './form-context';
import { controlId } from './spot';
import { useErrorText } from './use-error-text';

/** The papers to bring, each with its files; which must be there, which may, and when. */
export function PapersStep() {
  const { t } = useTranslation('form');
  const { store } = useFormDesk();
  // Draws again when a paper comes, goes or changes its need.
  useFromStore(store, (from) =>
    from
      .exam()
      .documents.map(({ document, need }) => `${document.id}:${need}`)
      .join(),
  );
  const documents = store.exam().documents;
  return (
    <div className="flex flex-col gap-5">
      <p>{t('papers.lead')}</p>
      {documents.map((need) => (
        <PaperBox key={need.document.id} {...need} />
      ))}
    </div>
  );
}

function PaperBox({ document, need }: DocumentNeed) {
  const { t } = useTranslation('form');
  const { text, digits } = useFormat();
  const { store } = useFormDesk();
  const errorText = useErrorText(store);
  const slot = `doc:${document.id}`;
  const pointer = `/${slot}`;
  const id = controlId(pointer);
  const all = useFromStore(store, (from) => from.attachments());
  const files = all.filter((file) => file.slot === slot);
  const error = useFromStore(store, (from) => from.findingAt(pointer));
  const label = digits(text(document.label));
  return (
    <fieldset
      data-field={pointer}
      className={`min-w-0 ${error ? 'border-l-4 border-need pl-3' : ''}`}
      aria-describedby={`${id}-need`}
    >
      <legend className="font-semibold">{label}</legend>
      <p id={`${id}-need`} className="mb-1.5 text-sm text-ink-soft">
        {t(`papers.${need}`)}
        {document.conditionText &&
          need !== 'needed' &&
          ` ${t('papers.when', { when: digits(text(document.conditionText)) })}`}
      </p>
      <AttachmentBox
        slot={slot}
        label={label}
        files={files}
        accept="any"
        multiple
        id={id}
        describedBy={error ? `${id}-error` : `${id}-need`}
      />
      {error && (
        <p id={`${id}-error`} className="mt-1.5 font-semibold text-need">
          {errorText(error)}
        </p>
      )}
    </fieldset>
  );
}
