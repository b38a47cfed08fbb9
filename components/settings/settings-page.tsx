'use client';

import { useTranslation } from 'react-i18next';
import { CarryOffer } from '@/components/carry/carry-offer';
import { InstallPrompt } from '@/components/shell/install-prompt';
import { IosKeepNotice } from '@/components/shell/ios-keep-notice';
import { PageFrame } from '@/components/ui/page-frame';
import { useDevice } from '@/lib/browser/use-device';
import '@/lib/i18n/namespaces/settings';
import { AboutPart } from './about-part';
import { ChargePart } from './charge-part';
import { LanguagePart } from './language-part';
import { PersonPart } from './person-part';
import { PinPart } from './pin-part';
import { ShortcutsPart } from './shortcuts-part';
import { StoragePart } from './storage-part';
import { UnsentPart } from './unsent-part';

/** What a person can set or look up about this device. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { person } = useDevice();
  return (
    <PageFrame title={t('title')}>
      <LanguagePart />
      <PersonPart />
      <PinPart />
      {person.kind === 'operator' && <ChargePart />}
      <InstallPrompt />
      <IosKeepNotice />
      <StoragePart />
      <UnsentPart />
      <CarryOffer />
      <ShortcutsPart />
      <AboutPart />
    </PageFrame>
  );
}
