import LogIn from 'lucide-react/icons/log-in';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import '@/lib/i18n/namespaces/lock';
import { useFormat } from '@/lib/i18n/use-format';

/** Ten wrong PINs: what is gone, what is not, and the way on. */
export function GoneNotice({ name, waiting }: { readonly name: string; readonly waiting: number }) {
  const { t } = useTranslation('lock');
  const { digits, number } = useFormat();
  return (
    <Notice
      tone="need"
      live="assertive"
      title={t('gone.title', { name: digits(name) })}
      action={
        <LinkButton href="/sign-in" icon={LogIn}>
          {t('signIn')}
        </LinkButton>
      }
    >
      <p>{t('gone.why')}</p>
      {waiting > 0 && <p className="mt-1">{t('gone.queue', { n: number(waiting), count: waiting })}</p>}
      <p className="mt-1">{t('gone.todo')}</p>
    </Notice>
  );
}
