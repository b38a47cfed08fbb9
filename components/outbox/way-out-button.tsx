import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '@/components/ui/button';
import { retryItem } from '@/lib/browser/sync-now';
import '@/lib/i18n/namespaces/board';
import { MendButton } from './mend-button';
import type { WayOut } from './trouble';

/** The one thing that helps an application that needs a person. */
export function WayOutButton({ id, way }: { readonly id: string; readonly way: WayOut }) {
  const { t } = useTranslation('board');
  switch (way) {
    case 'mend':
      return <MendButton id={id} />;
    case 'retry':
      return (
        <Button look="secondary" icon={RotateCcw} onClick={() => void retryItem(id)}>
          {t('action.retry')}
        </Button>
      );
    case 'sign-in':
      return <LinkButton href="/sign-in">{t('action.signIn')}</LinkButton>;
    case 'export':
      return (
        <LinkButton href="/settings#unsent" look="secondary">
          {t('action.export')}
        </LinkButton>
      );
  }
}
