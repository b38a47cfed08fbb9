'use client';

import Inbox from 'lucide-react/icons/inbox';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { listCases } from '@/lib/browser/desk';
import type { CaseStatus } from '@/lib/contract/wire';
import '@/lib/i18n/namespaces/common';
import '@/lib/i18n/namespaces/desk';
import { CaseTable } from './case-table';
import { DeskTrouble } from './desk-trouble';
import { FindCase } from './find-case';
import { useRemote } from './use-remote';

const FILTERS = ['received', 'returned', 'accepted', 'rejected'] as const satisfies readonly CaseStatus[];

/** The officer's desk: what waits for a decision, and what was decided. */
export function CaseList() {
  const { t } = useTranslation('desk');
  const { t: common } = useTranslation('common');
  const [status, setStatus] = useState<(typeof FILTERS)[number]>('received');
  const [now] = useState(() => Date.now());
  const [code, setCode] = useState<string | null>(null);
  const question = code === null ? { status } : { code };
  const { remote, reload, setRemote } = useRemote(JSON.stringify(question), () => listCases(question));

  const more = async (after: string) => {
    const answer = await listCases({ status, after });
    if (!answer.ok) return setRemote({ status: 'trouble', problem: answer.problem });
    setRemote((before) =>
      before.status === 'here'
        ? {
            status: 'here',
            value: { ...answer.value, cases: [...before.value.cases, ...answer.value.cases] },
          }
        : before,
    );
  };

  const emptyTitle =
    code !== null ? t('find.none') : status === 'received' ? t('empty.received') : t('empty.other');
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      width="wide"
      aside={
        <Button look="secondary" icon={RefreshCw} onClick={reload}>
          {t('refresh')}
        </Button>
      }
    >
      <FindCase onFind={setCode} />
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t('filter')}</legend>
        {FILTERS.map((one) => (
          <label
            key={one}
            className="inline-flex min-h-touch cursor-pointer items-center rounded-full border border-line bg-paper px-4 has-checked:border-leaf has-checked:bg-leaf has-checked:text-white has-focus-visible:outline-3 has-focus-visible:outline-leaf"
          >
            <input
              type="radio"
              name="status"
              className="sr-only"
              checked={code === null && status === one}
              onChange={() => {
                setCode(null);
                setStatus(one);
              }}
            />
            {t(`filter.${one}`)}
          </label>
        ))}
      </fieldset>
      {remote.status === 'loading' && (
        <p role="status" className="text-ink-soft">
          {common('loading')}
        </p>
      )}
      {remote.status === 'trouble' && <DeskTrouble problem={remote.problem} onRetry={reload} />}
      {remote.status === 'here' && remote.value.cases.length === 0 && (
        <EmptyState icon={Inbox} title={emptyTitle}>
          {code === null ? t('empty.lead') : t('find.none.lead')}
        </EmptyState>
      )}
      {remote.status === 'here' && remote.value.cases.length > 0 && (
        <>
          <CaseTable cases={remote.value.cases} now={now} />
          {remote.value.next !== undefined && (
            <Button look="secondary" onClick={() => void more(remote.value.next ?? '')}>
              {t('more')}
            </Button>
          )}
        </>
      )}
      {code !== null && remote.status !== 'loading' && (
        <Button look="secondary" onClick={() => setCode(null)}>
          {t('find.back')}
        </Button>
      )}
    </PageFrame>
  );
}
