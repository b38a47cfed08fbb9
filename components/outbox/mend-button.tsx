'use client';

import PencilLine from 'lucide-react/icons/pencil-line';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import '@/lib/i18n/namespaces/board';
import { useMend } from './use-mend';

/** Opens the application again with all its answers. */
export function MendButton({ id }: { readonly id: string }) {
  const { t } = useTranslation('board');
  const { mend, busy, problem } = useMend();
  return (
    <>
      <Button icon={PencilLine} busy={busy} onClick={() => void mend(id)}>
        {t('action.mend')}
      </Button>
      {problem && (
        <p role="alert" className="basis-full text-need">
          {t(`mend.${problem}`)}
        </p>
      )}
    </>
  );
}
