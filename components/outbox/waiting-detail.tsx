import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { useNow } from '@/components/ui/use-now';
import type { BoardItem } from '@/lib/browser/api';
import { useBoardPart } from '@/lib/browser/use-board';
import '@/lib/i18n/namespaces/board';
import { useFormat } from '@/lib/i18n/use-format';
import { whyOf } from './why';

/** The true reason why an application has not gone yet, and what happens next. */
export function WaitingDetail({ item }: { readonly item: BoardItem }) {
  const { t } = useTranslation('board');
  const { moment } = useFormat();
  const lastContact = useBoardPart('lastContact');
  const quietUntil = useBoardPart('quietUntil');
  const now = useNow();
  const why = now === null ? null : whyOf(item, { now, lastContact, quietUntil });
  if (now === null || why === null) return null;
  const needsSession = item.place.kind === 'waiting' && item.place.reason === 'session-needed';
  return (
    <>
      <p>{t(`why.${why.key}`, { at: why.at === undefined ? '' : moment(why.at, now) })}</p>
      {needsSession && <LinkButton href="/sign-in">{t('action.signIn')}</LinkButton>}
    </>
  );
}
