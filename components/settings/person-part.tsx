import LogIn from 'lucide-react/icons/log-in';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { useDevice } from '@/lib/browser/use-device';
import '@/lib/i18n/namespaces/settings';
import { useFormat } from '@/lib/i18n/use-format';
import { Part } from './part';
import { SignOutButton } from './sign-out-button';

/** Who uses this device and what the device is called on slips. */
export function PersonPart() {
  const { t } = useTranslation('settings');
  const { text } = useFormat();
  const { ready, person, deviceCode, centre } = useDevice();
  if (!ready) return null;
  const signedIn = person.kind === 'operator' || person.kind === 'staff';
  return (
    <Part title={t('person.title')}>
      <p>{signedIn ? t('person.named', { name: person.name }) : t(`person.${person.kind}`)}</p>
      {centre && <p>{t('person.centre', { name: text(centre.name) })}</p>}
      <p>
        {deviceCode === null ? (
          t('device.none')
        ) : (
          <>
            {t('device.code')}{' '}
            <span className="font-mono text-lg font-semibold tracking-widest">{deviceCode}</span>
          </>
        )}
      </p>
      {person.kind === 'staff' && <LinkButton href="/desk">{t('person.desk')}</LinkButton>}
      {signedIn ? (
        <SignOutButton />
      ) : (
        <LinkButton href="/sign-in" look="secondary" icon={LogIn}>
          {t('person.signIn')}
        </LinkButton>
      )}
    </Part>
  );
}
