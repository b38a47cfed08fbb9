'use client';

import { useRouter } from 'next/navigation';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import type { Person } from '@/lib/browser/api';
import { useDevice } from '@/lib/browser/use-device';
import { useDoor } from '@/lib/browser/use-door';
import '@/lib/i18n/namespaces/account';
import { useFormat } from '@/lib/i18n/use-format';
import { EnrolStep } from './enrol-step';
import { SignInForm } from './sign-in-form';

/** Signs in an operator or staff; an operator's new machine is then added to the centre. */
export function SignInPage() {
  const { t } = useTranslation('account');
  const router = useRouter();
  const { ready, person, kind, sessionNeeded } = useDevice();
  const onSignedIn = (signedIn: Person) => {
    if (signedIn.kind === 'staff') router.push('/desk');
    else if (kind === 'centre') router.push('/');
  };
  // Behind the lock the password is asked for, whoever used the device last.
  const door = useDoor();
  const known = ready && !sessionNeeded && door !== 'locked';
  if (known && person.kind === 'operator' && kind !== 'centre')
    return (
      <PageFrame title={t('enrol.title')} back="/">
        <EnrolStep centre={person.centre} onEnrolled={() => router.push('/')} />
      </PageFrame>
    );
  return (
    <PageFrame title={t('title')} lead={t('lead')} back="/">
      {known && (person.kind === 'operator' || person.kind === 'staff') ? (
        <AlreadyIn name={person.name} staff={person.kind === 'staff'} />
      ) : (
        <SignInForm onSignedIn={onSignedIn} />
      )}
    </PageFrame>
  );
}

function AlreadyIn({ name, staff }: { readonly name: string; readonly staff: boolean }) {
  const { t } = useTranslation('account');
  const { digits } = useFormat();
  return (
    <Notice
      tone="done"
      title={t('already.title', { name: digits(name) })}
      action={
        <LinkButton href={staff ? '/desk' : '/'}>{t(staff ? 'already.desk' : 'already.home')}</LinkButton>
      }
    >
      {t('already.body')}
    </Notice>
  );
}
