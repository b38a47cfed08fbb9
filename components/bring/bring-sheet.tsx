import { type ReactNode, type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { errorValues } from '@/components/form/error-values';
import { Notice } from '@/components/ui/notice';
import { formatBanglaDate } from '@/lib/bangla/bangla-calendar';
import { useDevice } from '@/lib/browser/use-device';
import type { Checklist } from '@/lib/forms/checklist';
import type { OptionSets, ServiceDefinition } from '@/lib/forms/definition';
import '@/lib/i18n/namespaces/bring';
import '@/lib/i18n/namespaces/common';
import '@/lib/i18n/namespaces/errors';
import '@/lib/i18n/namespaces/service';
import { useFormat } from '@/lib/i18n/use-format';
import { BringFee } from './bring-fee';
import { BringPapers } from './bring-papers';
import { questionWords, saidWords } from './question-words';

export interface BringSheetProps {
  readonly ref: Ref<HTMLElement>;
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  readonly list: Checklist;
  /** ISO date in Dhaka. */
  readonly today: string;
}

/** The checklist itself, in large type for the person across the counter; printed it is the slip they take home. */
export function BringSheet({ ref, definition, optionSets, list, today }: BringSheetProps) {
  const { t } = useTranslation(['bring', 'service', 'common']);
  const format = useFormat();
  const { text, digits, date, locale } = format;
  const { person } = useDevice();
  const { inPerson = [] } = definition;
  const time = definition.processingTime.text;
  return (
    <article
      ref={ref}
      aria-label={text(definition.name)}
      className="w-full rounded-card border border-line bg-paper p-4 text-[1.2em] print:rounded-none print:border-0 print:p-0 print:text-[1em]"
    >
      <header className="hidden border-b border-line pb-1 print:block">
        <p className="flex justify-between gap-3">
          <span className="font-semibold">{t('common:appName')}</span>
          <span>
            {date(today)} ({formatBanglaDate(today, locale)})
          </span>
        </p>
        {person.kind === 'operator' && <p>{text(person.centre.name)}</p>}
      </header>
      <Answered {...{ definition, optionSets, list }} />
      <Part title={t('service:who')}>
        <Verdict {...{ definition, optionSets, list }} />
        <p>{digits(text(definition.whoApplies))}</p>
      </Part>
      <Part title={t('service:papers')}>
        <BringPapers papers={list.papers} />
      </Part>
      <Part title={t('service:fees')}>
        <BringFee fee={definition.fee} list={list} />
      </Part>
      <Part title={t('service:time')}>
        <p>{time ? digits(text(time)) : t('service:time.unknown')}</p>
      </Part>
      {inPerson.length > 0 && (
        <Part title={t('bring:inPerson')}>
          <ul className="list-disc pl-6">
            {inPerson.map((step) => (
              <li key={step.en}>{digits(text(step))}</li>
            ))}
          </ul>
        </Part>
      )}
      {!definition.confirmed && (
        <p className="mt-3 border-t border-line pt-2 text-[0.85em] text-ink-soft print:mt-1 print:pt-1">
          <strong className="block">{t('service:unconfirmed.title')}</strong>
          {t('service:unconfirmed.body')}
        </p>
      )}
    </article>
  );
}

type Shown = Pick<BringSheetProps, 'definition' | 'optionSets' | 'list'>;

/** What the list goes by, so that a printed one says for whom it is. */
function Answered({ optionSets, list }: Shown) {
  const { t } = useTranslation('bring');
  const format = useFormat();
  const rows = list.questions.flatMap((question) => {
    const words = saidWords(question, list.said[question.field.id], optionSets, { t, format });
    return words === null ? [] : [`${questionWords(question, { t, format })}: ${words}`];
  });
  if (rows.length === 0) return null;
  return (
    <div className="hidden print:block">
      <Part title={t('for')}>
        <p>{rows.join(' · ')}</p>
      </Part>
    </div>
  );
}

function Verdict({ definition, optionSets, list }: Shown) {
  const { t } = useTranslation('bring');
  const { t: error } = useTranslation('errors');
  const format = useFormat();
  const { fits, barriers } = list.mayApply;
  if (fits === undefined) return null;
  return (
    <div className="mb-2">
      <Notice tone={fits ? 'done' : 'need'} title={t(fits ? 'fits' : 'barrier')}>
        {barriers.map((barrier) => (
          <p key={barrier.pointer}>
            {error(barrier.code, errorValues(barrier, { definition, optionSets, format }))}
          </p>
        ))}
      </Notice>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-4 first:mt-0 print:mt-1.5 print:break-inside-avoid">
      <h2 id={id} className="text-[1.1em] font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
