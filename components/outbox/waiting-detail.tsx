import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { useNow } from '@/components/ui/use-now';
import type { BoardItem } from '@/lib/browser/api';
import '@/lib/i18n/namespaces/board';
import { useFormat } from '@/lib/i18n/use-format';

type Waiting = Extract<BoardItem['place'], { kind: 'waiting' }>;

/** The true reason why an application has not gone yet, and what happens next. */
export function WaitingDetail({ place }: { readonly place: Waiting }) {
  const { t } = useTranslation('board');
  const { number, moment } = useFormat();
  const now = useNow();
  const { reason, retryAt, attempts } = place;
  const upcoming = retryAt !== null && now !== null && retryAt > now;
  return (
    <>
      <p>{t(`wait.${reason ?? 'in-line'}`)}</p>
      <p className="text-sm text-ink-soft">
        {attempts > 0 && t('wait.attempts', { n: number(attempts), count: attempts })}{' '}
        {upcoming && t('wait.next', { at: moment(retryAt, now) })}
      </p>
      {reason === 'session-needed' && <LinkButton href="/sign-in">{t('action.signIn')}</LinkButton>}
    </>
  );
}
