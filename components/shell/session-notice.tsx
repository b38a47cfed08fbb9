import LogIn from 'lucide-react/icons/log-in';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import '@/lib/i18n/namespaces/shell';

/** The server wants to know again who is here. Nothing stops; only sending waits. */
export function SessionNotice() {
  const { t } = useTranslation('shell');
  return (
    <Notice
      tone="need"
      live="polite"
      title={t('session.title')}
      action={
        <LinkButton href="/sign-in" look="secondary" icon={LogIn}>
          {t('session.action')}
        </LinkButton>
      }
    >
      {t('session.body')}
    </Notice>
  );
}
