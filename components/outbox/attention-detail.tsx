import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '@/components/ui/button';
import { retryItem } from '@/lib/browser/sync-now';
import '@/lib/i18n/namespaces/board';
import { MendButton } from './mend-button';
import { type TroubleCode, troubleOf, type WayOut, wayOutOf } from './trouble';

/** Why an application stopped, that it is safe, and the way on. */
export function AttentionDetail({ id, code }: { readonly id: string; readonly code: TroubleCode }) {
  const { t } = useTranslation('board');
  const trouble = troubleOf(code);
  return (
    <>
      <p>
        <span className="font-semibold">{t(`trouble.${trouble}`)}</span> {t('safe')}
      </p>
      <p className="text-sm text-ink-soft">{t('code', { code })}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <WayOutButton id={id} way={wayOutOf(trouble)} />
      </div>
    </>
  );
}

function WayOutButton({ id, way }: { readonly id: string; readonly way: WayOut }) {
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
