import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-input';
import type { RemoteProblem } from '@/lib/browser/api';
import { decideCase } from '@/lib/browser/desk';
import type { DecisionRequest, DeskCase } from '@/lib/contract/wire';
import '@/lib/i18n/namespaces/common';
import '@/lib/i18n/namespaces/desk';
import { useFormat } from '@/lib/i18n/use-format';
import { DeskTrouble } from './desk-trouble';

type Action = DecisionRequest['action'];
const QUICK = ['quick.photo', 'quick.paper', 'quick.name', 'quick.date'] as const;

/** Accept, return or reject. The reason stays in its place whatever the server answers. */
export function DecisionPanel(props: {
  readonly case: DeskCase;
  readonly onDecided: (now: DeskCase) => void;
  readonly onReload: () => void;
}) {
  const { t } = useTranslation('desk');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const reasonId = useId();
  const reasonRef = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [asked, setAsked] = useState<Action | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<RemoteProblem | null>(null);
  const { files } = props.case;

  const ask = (action: Action) => {
    const needsReason = action !== 'accept' && reason.trim() === '';
    setMissing(needsReason);
    if (needsReason) return reasonRef.current?.focus();
    setAsked(action);
  };

  const decide = async (action: Action) => {
    setBusy(true);
    const note = reason.trim();
    const answer = await decideCase(props.case.id, props.case.version, {
      action,
      ...(note !== '' && { note }),
    });
    setBusy(false);
    setAsked(null);
    if (answer.ok) return props.onDecided(answer.value);
    setProblem(answer.problem);
  };

  return (
    <Card>
      <h2 className="text-xl font-semibold">{t('decide')}</h2>
      {files.have < files.of && (
        <p className="mt-2 text-wait">
          {t('decide.papersWaiting', { have: format.number(files.have), of: format.number(files.of) })}
        </p>
      )}
      <label htmlFor={reasonId} className="mt-4 block font-semibold">
        {t('reason')}
      </label>
      <p id={`${reasonId}-help`} className="text-sm text-ink-soft">
        {t('reason.help')}
      </p>
      {missing && (
        <p id={`${reasonId}-error`} role="alert" className="font-semibold text-need">
          {t('reason.missing')}
        </p>
      )}
      <TextArea
        ref={reasonRef}
        id={reasonId}
        className="mt-2 w-full"
        maxLength={2000}
        invalid={missing}
        aria-describedby={missing ? `${reasonId}-help ${reasonId}-error` : `${reasonId}-help`}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ul aria-label={t('reason.quick')} className="mt-2 flex flex-wrap gap-2">
        {QUICK.map((key) => (
          <li key={key}>
            <button
              type="button"
              className="min-h-touch cursor-pointer rounded-lg border border-line bg-ground px-3 text-left text-sm"
              onClick={() =>
                setReason((before) => (before.trim() === '' ? t(key) : `${before.trim()} ${t(key)}`))
              }
            >
              {t(key)}
            </button>
          </li>
        ))}
      </ul>
      {problem !== null && (
        <div className="mt-4">
          <Trouble problem={problem} onReload={props.onReload} />
        </div>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <Button onClick={() => ask('accept')}>{t('decide.accept')}</Button>
        <Button look="secondary" onClick={() => ask('return')}>
          {t('decide.return')}
        </Button>
        <Button look="danger" onClick={() => ask('reject')}>
          {t('decide.reject')}
        </Button>
      </div>
      <Dialog
        open={asked !== null}
        title={asked === null ? '' : t(`confirm.${asked}`)}
        onClose={() => setAsked(null)}
        actions={
          asked !== null && (
            <>
              <Button look="quiet" onClick={() => setAsked(null)}>
                {common('cancel')}
              </Button>
              <Button
                look={asked === 'reject' ? 'danger' : 'primary'}
                busy={busy}
                onClick={() => void decide(asked)}
              >
                {t(`decide.${asked}`)}
              </Button>
            </>
          )
        }
      >
        {reason.trim() !== '' && <blockquote className="border-l-4 border-line pl-3">{reason}</blockquote>}
        <p className="mt-2 text-ink-soft">{t('confirm.lead')}</p>
      </Dialog>
    </Card>
  );
}

function Trouble({ problem, onReload }: { readonly problem: RemoteProblem; readonly onReload: () => void }) {
  const { t } = useTranslation('desk');
  const again = (
    <Button look="secondary" onClick={onReload}>
      {t('refresh')}
    </Button>
  );
  if (problem.type === 'version-stale')
    return (
      <Notice tone="need" title={t('stale.title')} action={again} live="assertive">
        {t('stale.lead')}
      </Notice>
    );
  if (problem.type === 'refused')
    return (
      <Notice tone="need" title={t('refused.title')} live="assertive">
        {t('refused.lead')}
      </Notice>
    );
  return <DeskTrouble problem={problem} onRetry={onReload} />;
}
