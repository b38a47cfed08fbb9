'use client';

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '@/components/ui/page-frame';
import { useDevice } from '@/lib/browser/use-device';
import '@/lib/i18n/namespaces/lock';
import { useFormat } from '@/lib/i18n/use-format';
import { ChoosePinForm } from './choose-pin-form';

/** In place of every page until the operator has a PIN on this device: why, what it does, what it never does. */
export default function ChoosePinPage() {
  const { t } = useTranslation('lock');
  const { digits } = useFormat();
  const { person } = useDevice();
  const name = 'name' in person ? digits(person.name) : '';
  return (
    <PageFrame title={t('choose.title')} lead={t('choose.lead', { name })}>
      <ChoosePinForm />
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        <Point>{t('choose.idle')}</Point>
        <Point>{t('choose.ten')}</Point>
        <Point>{t('choose.queue')}</Point>
      </ul>
    </PageFrame>
  );
}

const Point = ({ children }: { readonly children: ReactNode }) => <li>{children}</li>;
