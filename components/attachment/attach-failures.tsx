'use client';

import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/attachment';
import { Notice } from '../ui/notice';
import type { AttachFailure } from './use-attach';

/** Files that could not be added: which, why, and what to do instead. */
export function AttachFailures({ failures }: { readonly failures: readonly AttachFailure[] }) {
  const { t } = useTranslation('attachment');
  const { digits } = useFormat();
  return failures.map(({ name, problem }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew with every try and never reordered
    <Notice key={index} tone="need" live="assertive" title={t('failed', { name })}>
      {t(`problem.${problem.type}`, {
        maxMB: problem.type === 'too-large' ? digits(String(problem.maxMB)) : '',
      })}
    </Notice>
  ));
}
