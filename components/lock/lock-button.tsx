import Lock from 'lucide-react/icons/lock';
import { useTranslation } from 'react-i18next';
import { LOCK_KEY } from '@/components/shell/lock-key';
import { lockDevice } from '@/lib/browser/use-door';
import '@/lib/i18n/namespaces/shell';

/** Locks the counter at once, in all its windows. */
export default function LockButton() {
  const { t } = useTranslation('shell');
  return (
    <button
      type="button"
      onClick={() => void lockDevice()}
      aria-keyshortcuts={LOCK_KEY}
      title={`${t('lock')} (${LOCK_KEY})`}
      className="inline-flex min-h-touch min-w-touch cursor-pointer items-center justify-center gap-1.5 rounded-lg px-2 font-semibold text-leaf"
    >
      <Lock aria-hidden size={20} />
      <span className="max-md:sr-only">{t('lock')}</span>
    </button>
  );
}
