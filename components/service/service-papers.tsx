import FileText from 'lucide-react/icons/file-text';
import { useTranslation } from 'react-i18next';
import type { DocumentRequirement } from '@/lib/forms/definition';
import '@/lib/i18n/namespaces/service';
import { useFormat } from '@/lib/i18n/use-format';

/** Papers to bring: those everybody needs first, then those needed only sometimes, with when. */
export function ServicePapers({ documents }: { readonly documents: readonly DocumentRequirement[] }) {
  const { t } = useTranslation('service');
  if (documents.length === 0) return <p>{t('papers.none')}</p>;
  const always = documents.filter(isAlways);
  const sometimes = documents.filter((paper) => !isAlways(paper));
  return (
    <div className="flex flex-col gap-4">
      <PaperGroup title={t('papers.always')} papers={always} />
      <PaperGroup title={t('papers.sometimes')} papers={sometimes} />
    </div>
  );
}

const isAlways = (paper: DocumentRequirement) => paper.required && !paper.neededIf && !paper.conditionText;

function PaperGroup({
  title,
  papers,
}: {
  readonly title: string;
  readonly papers: readonly DocumentRequirement[];
}) {
  const { text, digits } = useFormat();
  if (papers.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 text-base font-semibold text-ink-soft">{title}</h3>
      <ul className="divide-y divide-line rounded-card border border-line bg-paper">
        {papers.map((paper) => (
          <li key={paper.id} className="flex items-start gap-3 px-4 py-2.5">
            <FileText aria-hidden size={22} className="mt-1 shrink-0 text-leaf" />
            <span className="min-w-0">
              {digits(text(paper.label))}
              {paper.conditionText && (
                <span className="block text-sm text-ink-soft">{digits(text(paper.conditionText))}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
