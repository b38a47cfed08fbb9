import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import '@/lib/i18n/namespaces/carry';

/** Takes a package off this device, after a question that says where the work still is. */
export function RemovePackageButton({ id, done }: { readonly id: string; readonly done: boolean }) {
  const { t } = useTranslation('carry');
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    setAsking(false);
    await (await import('@/lib/browser/carry-actions')).removeCarried(id);
  };
  return (
    <>
      <Button look="quiet" icon={Trash2} onClick={() => setAsking(true)}>
        {t('action.remove')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('remove.title')}
        actions={
          <>
            <Button look="secondary" onClick={() => setAsking(false)}>
              {t('remove.stay')}
            </Button>
            <Button look="danger" icon={Trash2} onClick={() => void remove()}>
              {t('action.remove')}
            </Button>
          </>
        }
      >
        <p>{t(done ? 'remove.done' : 'remove.body')}</p>
      </Dialog>
    </>
  );
}
