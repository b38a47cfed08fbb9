'use client';

import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerSections } from '@/components/review/answer-sections';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { StatusChip } from '@/components/ui/status-chip';
import { zonedParts } from '@/lib/bangla/dhaka-date';
import { openCase } from '@/lib/browser/desk';
import { formatTrackingCode } from '@/lib/contract/tracking-code';
import type { DeskCase } from '@/lib/contract/wire';
import '@/lib/i18n/namespaces/common';
import '@/lib/i18n/namespaces/desk';
import { useFormat } from '@/lib/i18n/use-format';
import { CaseFacts } from './case-facts';
import { CaseHistory } from './case-history';
import { DecisionPanel } from './decision-panel';
import { DeskTrouble } from './desk-trouble';
import { PaperList } from './paper-list';
import { useRemote } from './use-remote';

/** One case as the officer reads and decides it: what the application says, its papers, what has happened, the decision. */
export function CasePage() {
  const { t } = useTranslation('desk');
  const { t: common } = useTranslation('common');
  const id = useSearchParams().get('id') ?? '';
  const { remote, reload, setRemote } = useRemote(id, () => openCase(id));
  const [decided, setDecided] = useState(false);

  if (remote.status === 'loading')
    return (
      <PageFrame title={t('title')} back="/desk">
        <p role="status">{common('loading')}</p>
      </PageFrame>
    );
  if (remote.status === 'trouble')
    return (
      <PageFrame title={t('title')} back="/desk">
        <DeskTrouble problem={remote.problem} onRetry={reload} />
      </PageFrame>
    );
  return (
    <ReadCase
      case={remote.value}
      decided={decided}
      onReload={reload}
      onDecided={(value) => {
        setDecided(true);
        setRemote({ status: 'here', value });
      }}
    />
  );
}

function ReadCase(props: {
  readonly case: DeskCase;
  readonly decided: boolean;
  readonly onDecided: (now: DeskCase) => void;
  readonly onReload: () => void;
}) {
  const { case: deskCase, decided, onDecided, onReload } = props;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const code = formatTrackingCode(deskCase.trackingCode);
  return (
    <PageFrame
      title={format.text(deskCase.definition.name)}
      tabTitle={t('case.title', { code })}
      lead={t('case.title', { code })}
      back="/desk"
      width="wide"
      aside={<StatusChip state={deskCase.status} />}
    >
      {decided && (
        <Notice tone="done" title={t('decided')} live="polite">
          {t('decided.lead')}
        </Notice>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <Card>
          <h2 className="mb-3 text-xl font-semibold">{t('answers')}</h2>
          <AnswerSections
            definition={deskCase.definition}
            optionSets={deskCase.optionSets}
            answers={deskCase.answers}
            today={zonedParts(deskCase.queuedAt).date}
          />
        </Card>
        <div className="flex flex-col gap-6">
          <CaseFacts case={deskCase} />
          <PaperList case={deskCase} />
          {deskCase.status === 'received' ? (
            <DecisionPanel case={deskCase} onDecided={onDecided} onReload={onReload} />
          ) : (
            !decided && <Notice tone="info" title={t('closed')} />
          )}
          <CaseHistory case={deskCase} />
        </div>
      </div>
    </PageFrame>
  );
}
