import LogOut from 'lucide-react/icons/log-out';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { signOut } from '@/lib/browser/device-actions';
import '@/lib/i18n/namespaces/settings';

/** Signing out ends the session only; the dialog says so, because people fear for their work. */
export function SignOutButton() {
  const { t } = useTranslation('settings');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    await signOut().finally(() => {
      setBusy(false);
      setAsking(false);
    });
  };
  return (
    <>
      <Button look="secondary" icon={LogOut} onClick={() => setAsking(true)}>
        {t('signOut.action')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('signOut.title')}
        actions={
          <>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t('signOut.stay')}
            </Button>
            <Button icon={LogOut} busy={busy} onClick={() => void leave()}>
              {t('signOut.action')}
            </Button>
          </>
        }
      >
        <p>{t('signOut.body')}</p>
      </Dialog>
    </>
  );
}
