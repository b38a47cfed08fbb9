import Inbox from 'lucide-react/icons/inbox';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import type { RemoteProblem } from '@/lib/browser/api';
import '@/lib/i18n/namespaces/desk';

/** Why the desk cannot show something, and the way out of it. */
export function DeskTrouble({ problem, onRetry }: { problem: RemoteProblem; onRetry: () => void }) {
  const { t } = useTranslation('desk');
  const retry = (
    <Button look="secondary" onClick={onRetry}>
      {t('refresh')}
    </Button>
  );
  switch (problem.type) {
    case 'session-needed':
      return (
        <Notice
          tone="info"
          title={t('signIn.title')}
          action={
            <LinkButton prefetch={false} href="/sign-in">
              {t('signIn.action')}
            </LinkButton>
          }
        >
          {t('signIn.lead')}
        </Notice>
      );
    case 'not-found':
      return (
        <EmptyState
          icon={Inbox}
          title={t('missing.title')}
          action={
            <LinkButton prefetch={false} href="/desk">
              {t('toList')}
            </LinkButton>
          }
        >
          {t('missing.lead')}
        </EmptyState>
      );
    case 'refused':
      return (
        <Notice
          tone="need"
          title={t('notOfficer.title')}
          action={
            <LinkButton prefetch={false} href="/">
              {t('toHome')}
            </LinkButton>
          }
        >
          {t('notOfficer.lead')}
        </Notice>
      );
    case 'no-line':
    case 'not-our-server':
      return (
        <Notice tone="wait" title={t('noLine.title')} action={retry} live="polite">
          {t('noLine.lead')}
        </Notice>
      );
    default:
      return (
        <Notice tone="wait" title={t('trouble.title')} action={retry} live="polite">
          {t('trouble.lead')}
        </Notice>
      );
  }
}
