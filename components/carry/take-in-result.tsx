import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/carry';
import type { TakeIn } from './use-take-in';

const MB = 1024 * 1024;
/** Smaller files are read before anybody could read a number. */
const WORTH_A_BAR = 2 * MB;

/** What became of a file, in words: taken, known, or why not and what to do. */
export function TakeInResult({ state }: { readonly state: TakeIn }) {
  const { t } = useTranslation('carry');
  const { number } = useFormat();
  const inMb = (bytes: number) => number(Math.round(bytes / MB));
  switch (state.kind) {
    case 'none':
      return null;
    case 'reading':
      if (state.total < WORTH_A_BAR) return null;
      return (
        <ProgressBar
          done={state.done}
          total={state.total}
          label={t('take.reading', { done: inMb(state.done), total: inMb(state.total) })}
        />
      );
    case 'failed':
      return (
        <Notice tone="need" live="assertive" title={t(`problem.${state.problem}.title`)}>
          {t(`problem.${state.problem}.body`)}
        </Notice>
      );
    case 'taken':
      return <TakenNotice opened={state.opened} />;
  }
}

function TakenNotice({ opened }: { readonly opened: Extract<TakeIn, { kind: 'taken' }>['opened'] }) {
  const { t } = useTranslation('carry');
  const { number } = useFormat();
  if (opened.kind === 'receipts')
    return (
      <Notice
        tone="done"
        live="polite"
        title={t('receipts.title', { n: number(opened.confirmed), count: opened.confirmed })}
        action={
          <LinkButton look="secondary" href="/board">
            {t('receipts.board')}
          </LinkButton>
        }
      >
        {t('receipts.body')}
      </Notice>
    );
  const which = opened.known ? 'known' : 'new';
  return (
    <Notice tone="done" live="polite" title={t(`taken.${which}.title`)}>
      {t(`taken.${which}.body`)}
    </Notice>
  );
}
