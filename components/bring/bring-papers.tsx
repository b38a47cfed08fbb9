import type { LucideIcon } from 'lucide-react';
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark';
import Minus from 'lucide-react/icons/minus';
import Square from 'lucide-react/icons/square';
import { useTranslation } from 'react-i18next';
import type { DocumentNeed } from '@/lib/forms/documents';
import '@/lib/i18n/namespaces/bring';
import '@/lib/i18n/namespaces/service';
import { useFormat } from '@/lib/i18n/use-format';

/** Papers to bring, those that may be asked for with when, and those that stay at home. */
export function BringPapers({ papers }: { readonly papers: readonly DocumentNeed[] }) {
  const { t } = useTranslation(['bring', 'service']);
  if (papers.length === 0) return <p>{t('service:papers.none')}</p>;
  const of = (kind: Kind) => papers.filter((paper) => kindOf(paper) === kind);
  return (
    <div className="flex flex-col gap-3 print:gap-1">
      <Group title={t('papers.needed')} icon={Square} papers={of('needed')} />
      <Group title={t('papers.maybe')} icon={CircleQuestionMark} papers={of('maybe')} withWhen />
      <Group title={t('papers.not')} icon={Minus} papers={of('not')} />
    </div>
  );
}

type Kind = 'needed' | 'maybe' | 'not';

/** A paper that the form can do without is brought all the same by those to whom its condition is known to apply. */
function kindOf({ document, need }: DocumentNeed): Kind {
  if (need === 'not-needed') return 'not';
  return need === 'needed' || (need === 'optional' && document.neededIf) ? 'needed' : 'maybe';
}

interface GroupProps {
  readonly title: string;
  readonly icon: LucideIcon;
  readonly papers: readonly DocumentNeed[];
  readonly withWhen?: boolean;
}

function Group({ title, icon: Icon, papers, withWhen = false }: GroupProps) {
  const { t } = useTranslation('bring');
  const { text, digits } = useFormat();
  if (papers.length === 0) return null;
  return (
    <div>
      <h3 className="font-semibold text-ink-soft">{title}</h3>
      <ul>
        {papers.map(({ document, need }) => (
          <li
            key={document.id}
            className="flex items-start gap-[0.6em] border-t border-line py-1.5 print:py-0.5"
          >
            <Icon aria-hidden className="mt-[0.15em] size-[1.25em] shrink-0" />
            <span className="min-w-0">
              {digits(text(document.label))}
              {withWhen && (document.conditionText || need === 'optional') && (
                <span className="block text-[0.85em] text-ink-soft">
                  {document.conditionText ? digits(text(document.conditionText)) : t('papers.ifAny')}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
