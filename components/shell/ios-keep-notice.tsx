'use client';

import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import '@/lib/i18n/namespaces/keep';
import { isIosTab } from '@/lib/pwa/is-ios-tab';

const never = () => () => undefined;

/** In a tab of an iPhone: work that lies unopened for a week is thrown away, and how to keep it. Nothing elsewhere. */
export function IosKeepNotice({ hasWork = false }: { readonly hasWork?: boolean }) {
  const { t } = useTranslation('keep');
  const isTab = useSyncExternalStore(
    never,
    () => isIosTab(navigator),
    () => false,
  );
  if (!isTab) return null;
  return (
    <Notice tone={hasWork ? 'need' : 'info'} title={t('ios.title')}>
      <p>{t('ios.how')}</p>
      <p className="mt-1">{t(hasWork ? 'ios.hasWork' : 'ios.weekly')}</p>
    </Notice>
  );
}
