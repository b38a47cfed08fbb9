import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { QueueProblem } from '@/lib/browser/api';
import '@/lib/i18n/namespaces/review';

export type OtherTrouble = Exclude<QueueProblem, { readonly type: 'consent-missing' }>;

/** Why the application was not queued; the screen and the keyboard go there with every refusal. */
export function QueueTrouble({ problem }: { readonly problem: OtherTrouble }) {
  const { t } = useTranslation('review');
  const ref = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same problem refused anew is shown anew
  useEffect(() => {
    ref.current?.scrollIntoView({ block: 'center' });
    ref.current?.focus({ preventScroll: true });
  }, [problem]);

  return (
    <Notice
      ref={ref}
      tone="need"
      title={t('problem.title')}
      live="assertive"
      action={
        problem.type === 'not-enrolled' && (
          <LinkButton look="secondary" href="/settings" prefetch={false}>
            {t('problem.toSettings')}
          </LinkButton>
        )
      }
    >
      <p>{t(`problem.${problem.type}`)}</p>
      <p>{t('problem.safe')}</p>
    </Notice>
  );
}
