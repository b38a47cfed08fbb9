import QrCode from 'lucide-react/icons/qr-code';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import '@/lib/i18n/namespaces/board';

const CodesDialog = dynamic(() => import('./codes-dialog'), { ssr: false });

/** Shows one waiting application as codes for a phone that has a line. What it needs is loaded when it is pressed. */
export function ShowCodesButton({ id }: { readonly id: string }) {
  const { t } = useTranslation('board');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" icon={QrCode} onClick={() => setOpen(true)}>
        {t('action.codes')}
      </Button>
      {isOpen && <CodesDialog id={id} onClose={() => setOpen(false)} />}
    </>
  );
}
