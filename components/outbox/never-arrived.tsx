'use client';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useNow } from '@/components/ui/use-now';
import type { NeverArrivedItem, RemoteProblem } from '@/lib/browser/api';
import { settleNeverArrived } from '@/lib/browser/never-arrived-store';
import { useCatalogue } from '@/lib/browser/use-catalogue';
import { formatTrackingCode } from '@/lib/contract/tracking-code';
import '@/lib/i18n/namespaces/board';
import { useFormat } from '@/lib/i18n/use-format';

const STATES = ['arrived-too', 'lost', 'revoked', 'elsewhere'] as const;

/** Applications that lay on a device of this centre and never arrived, so that the citizen can be called. A person's decision takes one off. */
export default function NeverArrived({ items }: { readonly items: readonly NeverArrivedItem[] }) {
  return STATES.map((state) => {
    const of = items.filter((item) => item.state === state);
    return of.length > 0 && <OneNotice key={state} state={state} items={of} />;
  });
}

function OneNotice({
  state,
  items,
}: {
  readonly state: NeverArrivedItem['state'];
  readonly items: readonly NeverArrivedItem[];
}) {
  const { t } = useTranslation('board');
  const { number } = useFormat();
  const [problem, setProblem] = useState<RemoteProblem['type'] | null>(null);
  return (
    <Notice
      tone={state === 'elsewhere' ? 'wait' : 'need'}
      title={t(`missing.${state}`, { n: number(items.length), count: items.length })}
    >
      <p>{t(`missing.${state}.todo`)}</p>
      <ul className="mt-2 divide-y divide-line">
        {items.map((item) => (
          <Row key={item.trackingCode} item={item} onProblem={setProblem} />
        ))}
      </ul>
      <p role="status">{problem !== null && t(`missing.failed.${wordsOf(problem)}`)}</p>
    </Notice>
  );
}

function Row({
  item,
  onProblem,
}: {
  readonly item: NeverArrivedItem;
  readonly onProblem: (problem: RemoteProblem['type'] | null) => void;
}) {
  const { t } = useTranslation('board');
  const { text, moment } = useFormat();
  const { services } = useCatalogue();
  const [busy, setBusy] = useState(false);
  const now = useNow();
  const { trackingCode, serviceId, announcedAt, lastHeardAt, state } = item;
  const service = services.find(({ id }) => id === serviceId);
  const settle = (decision: 'filed-again' | 'not-needed') => async () => {
    setBusy(true);
    const problem = await settleNeverArrived({ trackingCodes: [trackingCode], decision }).catch(
      () => ({ type: 'unavailable' }) as const,
    );
    setBusy(false);
    onProblem(problem?.type ?? null);
  };
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
      <div className="min-w-0">
        <p className="font-mono font-semibold tracking-wide">{formatTrackingCode(trackingCode)}</p>
        <p>{service ? text(service.name) : t('missing.serviceUnknown')}</p>
        {now !== null && (
          <p className="text-sm text-ink-soft">
            {lastHeardAt === undefined
              ? t('missing.announced', { at: moment(announcedAt, now) })
              : t('missing.lastHeard', { at: moment(lastHeardAt, now) })}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {state !== 'arrived-too' && (
          <Button look="secondary" busy={busy} onClick={() => void settle('filed-again')()}>
            {t('missing.filedAgain')}
          </Button>
        )}
        <Button look="quiet" busy={busy} onClick={() => void settle('not-needed')()}>
          {t(state === 'arrived-too' ? 'missing.departmentTold' : 'missing.notNeeded')}
        </Button>
      </div>
    </li>
  );
}

const wordsOf = (problem: RemoteProblem['type']) =>
  problem === 'session-needed' ? 'session' : problem === 'no-line' ? 'line' : 'later';
