import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '@/components/ui/card';
import type { Checklist } from '@/lib/forms/checklist';
import type { OptionSets, ServiceDefinition } from '@/lib/forms/definition';
import type { EarlyAnswers } from '@/lib/forms/early-view';
import '@/lib/i18n/namespaces/bring';
import { useFormat } from '@/lib/i18n/use-format';
import { BringQuestion } from './bring-question';
import { ReadAloud } from './read-aloud';

export interface BringQuestionsProps {
  readonly list: Checklist;
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  readonly onSay: (fieldId: string, said: EarlyAnswers[string]) => void;
}

/** The questions on which this service's papers and fee hang; none for a service where all is the same for all. */
export function BringQuestions({ list, definition, optionSets, onSay }: BringQuestionsProps) {
  const { t } = useTranslation('bring');
  const { number } = useFormat();
  const heading = useId();
  const block = useRef<HTMLElement>(null);
  if (list.questions.length === 0) return null;
  const left = list.questions.filter(({ isOpen }) => isOpen).length;
  return (
    <section ref={block} aria-labelledby={heading} className="print:hidden">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id={heading} className="text-lg font-semibold">
          {t('questions')}
        </h2>
        <ReadAloud of={block} />
      </div>
      <p className="mb-2 text-ink-soft">{t('questions.lead')}</p>
      <Card className="flex flex-col gap-5">
        {list.questions.map((question) => (
          <BringQuestion
            key={question.field.id}
            question={question}
            definition={definition}
            optionSets={optionSets}
            said={list.said[question.field.id]}
            onSay={(said) => onSay(question.field.id, said)}
          />
        ))}
      </Card>
      <p role="status" className="mt-2 font-semibold">
        {left > 0 ? t('left', { count: left, n: number(left) }) : t('complete')}
      </p>
    </section>
  );
}
