import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorValues } from '@/components/form/error-values';
import type { ChecklistQuestion } from '@/lib/forms/checklist';
import type { OptionSets, ServiceDefinition } from '@/lib/forms/definition';
import type { EarlyAnswers } from '@/lib/forms/early-view';
import '@/lib/i18n/namespaces/bring';
import '@/lib/i18n/namespaces/errors';
import { useFormat } from '@/lib/i18n/use-format';
import { BringControl } from './bring-control';
import { questionWords } from './question-words';

export interface BringQuestionProps {
  readonly question: ChecklistQuestion;
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  readonly said: EarlyAnswers[string];
  readonly onSay: (said: EarlyAnswers[string]) => void;
}

/** One question in the words of the form's own field. */
export function BringQuestion({ question, definition, optionSets, said, onSay }: BringQuestionProps) {
  const { t } = useTranslation('bring');
  const { t: error } = useTranslation('errors');
  const format = useFormat();
  const [isLeft, setLeft] = useState(false);
  const id = useId();
  const { field, problem } = question;
  const finding = { pointer: `/${field.id}`, code: problem ?? 'date-invalid', values: {} } as const;
  const isWrong = problem !== null && isLeft;
  const notes = [field.help && `${id}-help`, isWrong && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset aria-describedby={notes} className={`min-w-0 ${isWrong ? 'border-l-4 border-need pl-3' : ''}`}>
      <legend id={`${id}-label`} className="mb-1 font-semibold">
        {questionWords(question, { t, format })}
      </legend>
      {field.help && (
        <p id={`${id}-help`} className="mb-1.5 text-sm text-ink-soft">
          {format.digits(format.text(field.help))}
        </p>
      )}
      <BringControl
        id={id}
        question={question}
        optionSets={optionSets}
        said={said}
        onSay={onSay}
        invalid={isWrong}
        onLeave={() => setLeft(true)}
      />
      {isWrong && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 font-semibold text-need">
          {error(finding.code, errorValues(finding, { definition, optionSets, format }))}
        </p>
      )}
    </fieldset>
  );
}
