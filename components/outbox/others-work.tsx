import LogIn from 'lucide-react/icons/log-in';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useDevice } from '@/lib/browser/use-device';
import '@/lib/i18n/namespaces/board';
import { useFormat } from '@/lib/i18n/use-format';

/** There is work on this device that whoever is here now may not see. It is safe, and it goes on being sent. */
export function OthersWork({ count }: { readonly count: number }) {
  const { t } = useTranslation('board');
  const { number } = useFormat();
  const { person, kind } = useDevice();
  const isSignedIn = person.kind === 'operator' || person.kind === 'staff';
  return (
    <Notice
      tone="info"
      title={t(kind === 'centre' ? 'others.centre' : 'others.personal', { n: number(count), count })}
      action={
        <LinkButton href="/sign-in" look="secondary" icon={LogIn}>
          {t('action.signIn')}
        </LinkButton>
      }
    >
      {t(isSignedIn ? 'others.signInAs' : 'others.signIn')}
    </Notice>
  );
}
