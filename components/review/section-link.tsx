import Pencil from 'lucide-react/icons/pencil';
import { useTranslation } from 'react-i18next';
import '@/lib/i18n/namespaces/answers';

/** Goes back to one section of the form; says which one to those who cannot see where it stands. */
export function SectionLink({ title, onGo }: { readonly title: string; readonly onGo: () => void }) {
  const { t } = useTranslation('answers');
  return (
    <button
      type="button"
      onClick={onGo}
      aria-label={t('editSection', { section: title })}
      className="inline-flex min-h-touch cursor-pointer items-center gap-2 px-2 font-semibold text-leaf print:hidden"
    >
      <Pencil aria-hidden size={18} />
      {t('edit')}
    </button>
  );
}
