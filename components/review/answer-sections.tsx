import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type GroupsByKey, groupsByKey, readAnswer } from '@/components/form/read-answer';
import { type Block, sectionBlocks } from '@/components/form/section-blocks';
import type { Spot } from '@/components/form/spot';
import type { Answers, OptionSets, ServiceDefinition } from '@/lib/forms/definition';
import { createFormView, visibleSections } from '@/lib/forms/visibility';
import '@/lib/i18n/namespaces/answers';
import { answerInWords } from './answer-words';
import { useAnswerWords } from './use-answer-words';

export interface AnswerSectionsProps {
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
  readonly answers: Answers;
  /** ISO date in Dhaka: conditions are decided as of this day. */
  readonly today: string;
  /** Drawn beside each section's heading, e.g. a link to change it. */
  readonly action?: (sectionId: string, title: string) => ReactNode;
  /** What stands above: `h3` under a heading of its own, `h2` right under the page's. */
  readonly heading?: 'h2' | 'h3';
  /** For the person across the counter. */
  readonly large?: boolean;
}

/** The whole form read back, section by section: only what was asked, in the order it was asked. */
export function AnswerSections(props: AnswerSectionsProps) {
  const { definition, optionSets, answers, today, action, heading: Heading = 'h3', large = false } = props;
  const { t } = useTranslation('answers');
  const words = useAnswerWords(answers, optionSets);
  const view = useMemo(() => createFormView(definition, answers, today), [definition, answers, today]);
  const groups: GroupsByKey = useMemo(() => groupsByKey(definition), [definition]);

  const line = (spot: Spot) => {
    const text = answerInWords(spot.field, readAnswer(spot, answers, groups), words);
    return (
      <div
        key={spot.pointer}
        className="grid gap-x-4 border-t border-line py-2 first:border-0 sm:grid-cols-[2fr_3fr]"
      >
        <dt className={large ? 'text-lg text-ink-soft' : 'text-ink-soft'}>
          {words.format.text(spot.field.label)}
        </dt>
        <dd
          className={`min-w-0 break-words ${large ? 'text-2xl leading-relaxed' : ''} ${text === null ? 'text-ink-soft' : 'font-semibold'}`}
        >
          {text ?? t('none')}
        </dd>
      </div>
    );
  };
  const block = (one: Block) =>
    one.kind === 'field'
      ? line(one.spot)
      : one.rows.map((row, index) => (
          <div
            key={`${one.group.key}-${row.value ?? index}`}
            className="border-t border-line pt-2 first:border-0"
          >
            {row.value === null && one.rows.length > 1 && (
              <p className="text-sm text-ink-soft">{t('row', { n: words.format.number(index + 1) })}</p>
            )}
            {row.spots.map(line)}
          </div>
        ));

  return (
    <div className="flex flex-col gap-5">
      {visibleSections(view).map((section) => {
        const title = words.format.text(section.title);
        return (
          <section key={section.id} aria-labelledby={`read-${section.id}`}>
            <div className="flex flex-wrap items-center justify-between gap-3 border-b-2 border-leaf">
              <Heading id={`read-${section.id}`} className="text-lg font-semibold text-leaf">
                {title}
              </Heading>
              {action?.(section.id, title)}
            </div>
            <dl>{sectionBlocks(view, section.id).map(block)}</dl>
          </section>
        );
      })}
    </div>
  );
}
