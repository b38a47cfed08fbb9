'use client';

import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import type { Step } from './steps';
import { useStepTitle } from './use-step-title';

const MARKS = {
  done: { icon: CircleCheck, colour: 'text-leaf' },
  open: { icon: CircleDashed, colour: 'text-ink-soft' },
  wrong: { icon: CircleAlert, colour: 'text-need' },
} as const;

export interface SectionRailProps {
  readonly steps: readonly Step[];
  readonly at: number;
  readonly onGo: (step: Step) => void;
}

/** All sections beside the form of the PC: what is done, what still needs something, where the person is. */
export function SectionRail({ steps, at, onGo }: SectionRailProps) {
  const { t } = useTranslation('form');
  const { number } = useFormat();
  const titleOf = useStepTitle();
  return (
    <nav aria-label={t('rail')}>
      <ol className="flex flex-col gap-1">
        {steps.map((step, index) => {
          const { icon: Mark, colour } = MARKS[step.state];
          const isHere = index === at;
          return (
            <li key={step.id}>
              <button
                type="button"
                aria-current={isHere ? 'step' : undefined}
                onClick={() => onGo(step)}
                className={`flex min-h-touch w-full cursor-pointer items-start gap-2 rounded-xl px-2 py-2 text-left leading-snug ${isHere ? 'bg-leaf-soft font-semibold' : 'hover:bg-paper'}`}
              >
                <Mark aria-hidden size={22} className={`mt-0.5 shrink-0 ${colour}`} />
                <span className="min-w-0 flex-1 py-0.5">{titleOf(step)}</span>
                {step.left > 0 && (
                  <span aria-hidden className={`py-0.5 text-sm font-semibold ${colour}`}>
                    {number(step.left)}
                  </span>
                )}
                <span className="sr-only">
                  {step.left === 0 ? t('step.done') : t('step.left', { n: number(step.left) })}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
