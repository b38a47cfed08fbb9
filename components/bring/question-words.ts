import type { TFunction } from 'i18next';
import type { ChecklistQuestion } from '@/lib/forms/checklist';
import type { OptionSets } from '@/lib/forms/definition';
import type { EarlyAnswers } from '@/lib/forms/early-view';
import { isIsoDate } from '@/lib/forms/iso-date';
import { isTick, optionsOf } from '@/lib/forms/options';
import type { Format } from '@/lib/i18n/use-format';

export interface WordsOf {
  readonly t: TFunction<'bring'>;
  readonly format: Format;
}

/** A field's label as a question; of a number or a file only whether there is one. */
export function questionWords({ field, asking }: ChecklistQuestion, { t, format }: WordsOf): string {
  const label = format.digits(format.text(field.label));
  return asking === 'yes-no' && !isTick(field) ? t('has', { what: label }) : label;
}

/** What was said, for the printed list; null when nothing was, or it cannot be read. */
export function saidWords(
  { field, asking, problem }: ChecklistQuestion,
  said: EarlyAnswers[string],
  optionSets: OptionSets,
  { t, format }: WordsOf,
): string | null {
  if (said === undefined || problem !== null) return null;
  if (typeof said === 'boolean') return t(said ? 'yes' : 'no');
  const values = typeof said === 'string' ? [said] : said;
  if (values.every((value) => value === '')) return t('none');
  if (asking === 'date' && typeof said === 'string') return isIsoDate(said) ? format.date(said) : null;
  const options = optionsOf(field, optionSets);
  return values
    .map((value) => {
      const option = options.find((one) => one.value === value);
      return option ? format.text(option.label) : format.digits(value);
    })
    .join(', ');
}
