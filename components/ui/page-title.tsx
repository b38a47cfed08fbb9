import { useTranslation } from 'react-i18next';
import '@/lib/i18n/namespaces/common';

/** Name of the page in the tab, in the language on screen. Never contains anything about a person. */
export function PageTitle({ title }: { readonly title: string }) {
  const { t } = useTranslation('common');
  return <title>{`${title} · ${t('appName')}`}</title>;
}
