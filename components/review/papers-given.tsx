import { useTranslation } from 'react-i18next';
import type { Exam } from '@/components/form/exam';
import '@/lib/i18n/namespaces/review';
import { useFormat } from '@/lib/i18n/use-format';
import type { ReviewedDraft } from './reviewed-draft';
import { SectionLink } from './section-link';

/** The papers of the application and how many files each has. */
export function PapersGiven(props: {
  readonly draft: ReviewedDraft;
  readonly exam: Exam;
  readonly onChange: () => void;
}) {
  const { draft, exam, onChange } = props;
  const { t } = useTranslation('review');
  const format = useFormat();
  if (exam.documents.length === 0) return null;
  return (
    // with a colon: a form may have a section `papers` of its own
    <section aria-labelledby="read-papers:" className="mt-5">
      <div className="flex flex-wrap items-center justify-between gap-3 border-b-2 border-leaf">
        <h2 id="read-papers:" className="text-lg font-semibold text-leaf">
          {t('papers')}
        </h2>
        <SectionLink title={t('papers')} onGo={onChange} />
      </div>
      <dl>
        {exam.documents.map(({ document }) => {
          const files = draft.attachments.filter((file) => file.slot === `doc:${document.id}`).length;
          return (
            <div
              key={document.id}
              className="grid gap-x-4 border-t border-line py-2 first:border-0 sm:grid-cols-[2fr_3fr]"
            >
              <dt className="text-ink-soft">{format.digits(format.text(document.label))}</dt>
              <dd className={files > 0 ? 'font-semibold' : 'text-ink-soft'}>
                {files > 0 ? t('papers.given', { n: format.number(files), count: files }) : t('papers.none')}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
