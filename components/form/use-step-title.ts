'use client';

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import type { Step } from './steps';

export function useStepTitle(): (step: Step) => string {
  const { t } = useTranslation('form');
  const { text } = useFormat();
  return useCallback((step) => (step.title ? text(step.title) : t('papers')), [t, text]);
}
