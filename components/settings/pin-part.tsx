'use client';

import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoor } from '@/lib/browser/use-door';
import '@/lib/i18n/namespaces/settings';
import { Part } from './part';

const ChangePinForm = lazy(() => import('@/components/lock/change-pin-form'));

/** Where this device has a lock that is open: another PIN for it. */
export function PinPart() {
  const { t } = useTranslation('settings');
  if (useDoor() !== 'open') return null;
  return (
    <Part title={t('pin.title')}>
      <Suspense>
        <ChangePinForm />
      </Suspense>
    </Part>
  );
}
