import Printer from 'lucide-react/icons/printer';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StartApplication } from '@/components/service/start-application';
import { PaperChoice } from '@/components/slip/paper-choice';
import { type PaperSize, pageRule, readPaperSize } from '@/components/slip/paper-size';
import { Button } from '@/components/ui/button';
import { PageFrame } from '@/components/ui/page-frame';
import { useNow } from '@/components/ui/use-now';
import { dhakaToday } from '@/lib/bangla/dhaka-date';
import { answersFromEarly } from '@/lib/forms/answers-from-early';
import { checklistFor } from '@/lib/forms/checklist';
import type { OptionSets, ServiceDefinition } from '@/lib/forms/definition';
import type { EarlyAnswers } from '@/lib/forms/early-view';
import '@/lib/i18n/namespaces/bring';
import '@/lib/i18n/namespaces/service';
import '@/lib/i18n/namespaces/slip';
import { useFormat } from '@/lib/i18n/use-format';
import { BringQuestions } from './bring-questions';
import { BringSheet } from './bring-sheet';
import { ReadAloud } from './read-aloud';

export interface BringViewProps {
  readonly definition: ServiceDefinition;
  readonly optionSets: OptionSets;
}

/**
 * "What do I bring?" for one service: a few questions, and the list they lead to. What is answered lives as long as this
 * page; it goes into a draft only when the person begins one here.
 */
export default function BringView({ definition, optionSets }: BringViewProps) {
  const { t } = useTranslation(['bring', 'service', 'slip']);
  const { text } = useFormat();
  const [said, setSaid] = useState<EarlyAnswers>({});
  const [paper, setPaper] = useState<PaperSize>('a4');
  const today = dhakaToday(useNow() ?? Date.now());
  const sheet = useRef<HTMLElement>(null);
  const list = useMemo(
    () => checklistFor({ definition, optionSets, said, today }),
    [definition, optionSets, said, today],
  );
  useEffect(() => setPaper(readPaperSize()), []);
  const answers = answersFromEarly(definition, list.said);
  const hasQuestions = list.questions.length > 0;
  return (
    <div
      className={
        paper === 'a4' ? 'print:text-[14px] print:leading-normal' : 'print:text-[11px] print:leading-snug'
      }
    >
      <style>{pageRule(paper)}</style>
      <PageFrame
        title={t('service:bring')}
        lead={<span className="text-lg font-semibold text-ink">{text(definition.name)}</span>}
        back={`/service?id=${encodeURIComponent(definition.id)}`}
        width={hasQuestions ? 'wide' : 'text'}
        aside={
          <div className="flex flex-wrap gap-3 print:hidden">
            <ReadAloud of={sheet} />
            <Button look="secondary" icon={Printer} onClick={() => window.print()}>
              {t('slip:print')}
            </Button>
          </div>
        }
        actions={<StartApplication serviceId={definition.id} answers={answers} />}
      >
        <div className={hasQuestions ? 'grid items-start gap-5 lg:grid-cols-[26rem_1fr] print:block' : ''}>
          <BringQuestions
            list={list}
            definition={definition}
            optionSets={optionSets}
            onSay={(id, answer) => setSaid((before) => ({ ...before, [id]: answer }))}
          />
          <BringSheet ref={sheet} {...{ definition, optionSets, list, today }} />
        </div>
        <PaperChoice paper={paper} onChoose={setPaper} />
      </PageFrame>
    </div>
  );
}
