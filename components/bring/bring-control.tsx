import { useTranslation } from 'react-i18next';
import { DateField } from '@/components/form/fields/date-field';
import { spotOf } from '@/components/form/spot';
import { SelectInput } from '@/components/ui/select-input';
import { TextInput } from '@/components/ui/text-input';
import type { ChecklistQuestion } from '@/lib/forms/checklist';
import type { OptionSets } from '@/lib/forms/definition';
import type { EarlyAnswers } from '@/lib/forms/early-view';
import { optionsOf } from '@/lib/forms/options';
import '@/lib/i18n/namespaces/bring';
import '@/lib/i18n/namespaces/form';
import { useFormat } from '@/lib/i18n/use-format';
import { Choices } from './choices';

export interface BringControlProps {
  readonly id: string;
  readonly question: ChecklistQuestion;
  readonly optionSets: OptionSets;
  readonly said: EarlyAnswers[string];
  readonly onSay: (said: EarlyAnswers[string]) => void;
  readonly invalid: boolean;
  readonly onLeave: () => void;
}

/** More than this are a list to open, not tiles. */
const MOST_TILES = 7;
const NONE = '';

/** What an answer is given with, and a way to say that there is none where the form can do without. */
export function BringControl(props: BringControlProps) {
  const { question, said, onSay } = props;
  const { t } = useTranslation('bring');
  const isNone = said === NONE || (Array.isArray(said) && said.length === 0);
  const none = question.asking === 'any-of' ? [] : NONE;
  return (
    <>
      <Control {...props} />
      {!question.field.required && question.asking !== 'yes-no' && (
        <div className="mt-2">
          <Choices
            id={`${props.id}-none`}
            type="checkbox"
            choices={[{ value: NONE, label: t('none') }]}
            chosen={isNone ? [NONE] : []}
            onChange={(_, isTicked) => onSay(isTicked ? none : undefined)}
          />
        </div>
      )}
    </>
  );
}

function Control(props: BringControlProps) {
  switch (props.question.asking) {
    case 'one-of':
      return <OneOf {...props} />;
    case 'any-of':
      return <AnyOf {...props} />;
    case 'yes-no':
      return <YesNo {...props} />;
    case 'date':
      return <DayOf {...props} />;
    case 'number':
      return <NumberOf {...props} />;
  }
}

function useChoices({ question, optionSets }: BringControlProps) {
  const { text } = useFormat();
  return optionsOf(question.field, optionSets).map(({ value, label }) => ({ value, label: text(label) }));
}

function OneOf(props: BringControlProps) {
  const { id, said, onSay } = props;
  const { t } = useTranslation('form');
  const choices = useChoices(props);
  const chosen = typeof said === 'string' ? said : '';
  if (choices.length <= MOST_TILES)
    return <Choices id={id} type="radio" choices={choices} chosen={[chosen]} onChange={onSay} />;
  return (
    <SelectInput
      aria-labelledby={`${id}-label`}
      value={chosen}
      onChange={(event) => onSay(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">{t('choose')}</option>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectInput>
  );
}

function AnyOf(props: BringControlProps) {
  const { id, said, onSay } = props;
  const choices = useChoices(props);
  const chosen: readonly string[] = Array.isArray(said) ? said : [];
  const toggle = (value: string, isTicked: boolean) => {
    const next = choices
      .map((choice) => choice.value)
      .filter((one) => (one === value ? isTicked : chosen.includes(one)));
    onSay(next.length > 0 ? next : undefined);
  };
  return <Choices id={id} type="checkbox" choices={choices} chosen={chosen} onChange={toggle} />;
}

function YesNo({ id, said, onSay }: BringControlProps) {
  const { t } = useTranslation('bring');
  const choices = (['yes', 'no'] as const).map((value) => ({ value, label: t(value) }));
  const chosen = said === undefined ? [] : [said === true ? 'yes' : 'no'];
  return (
    <Choices
      id={id}
      type="radio"
      choices={choices}
      chosen={chosen}
      onChange={(value) => onSay(value === 'yes')}
    />
  );
}

function DayOf({ id, question, said, onSay, invalid, onLeave }: BringControlProps) {
  return (
    <DateField
      spot={spotOf(question.field)}
      field={question.field}
      answer={typeof said === 'string' ? said : undefined}
      id={`${id}-day`}
      labelId={`${id}-label`}
      describedBy={undefined}
      required={false}
      invalid={invalid}
      onAnswer={(answer) => onSay(typeof answer === 'string' ? answer : undefined)}
      onLeave={onLeave}
    />
  );
}

function NumberOf({ id, said, onSay, invalid, onLeave }: BringControlProps) {
  const { digits } = useFormat();
  return (
    <TextInput
      aria-labelledby={`${id}-label`}
      inputMode="decimal"
      invalid={invalid}
      value={typeof said === 'string' ? digits(said) : ''}
      onChange={(event) => onSay(event.target.value === '' ? undefined : event.target.value)}
      onBlur={onLeave}
    />
  );
}
