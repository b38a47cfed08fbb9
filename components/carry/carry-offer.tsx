import FileUp from 'lucide-react/icons/file-up';
import { useTranslation } from 'react-i18next';
import { Part } from '@/components/settings/part';
import { LinkButton } from '@/components/ui/button';
import '@/lib/i18n/namespaces/settings';

/** The way from the settings to the page of carried work. */
export function CarryOffer() {
  const { t } = useTranslation('settings');
  return (
    <Part title={t('carry.title')} anchor="carry">
      <p>{t('carry.body')}</p>
      <LinkButton look="secondary" icon={FileUp} href="/carry">
        {t('carry.action')}
      </LinkButton>
    </Part>
  );
}
