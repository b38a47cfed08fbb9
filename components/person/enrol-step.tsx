'use client';

import MonitorCheck from 'lucide-react/icons/monitor-check';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { describedBy, Labelled } from '@/components/ui/labelled';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import type { EnrolProblem } from '@/lib/browser/api';
import { enrolCentre } from '@/lib/browser/device-actions';
import type { Centre } from '@/lib/contract/wire';
import '@/lib/i18n/namespaces/account';
import '@/lib/i18n/namespaces/service';
import { useFormat } from '@/lib/i18n/use-format';

export interface EnrolStepProps {
  readonly centre: Centre;
  readonly onEnrolled: () => void;
}

/** Adds this machine to the operator's centre, once, with a name people there know it by. */
export function EnrolStep({ centre, onEnrolled }: EnrolStepProps) {
  const { t } = useTranslation(['account', 'service']);
  const { text } = useFormat();
  const [name, setName] = useState(t('account:enrol.defaultName'));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<EnrolProblem['type'] | null>(null);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const enrolled = await enrolCentre(name.trim() || t('account:enrol.defaultName'));
    setBusy(false);
    if (enrolled.ok) onEnrolled();
    else setProblem(enrolled.problem.type);
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)} noValidate className="flex max-w-md flex-col gap-4">
      <p>{t('account:enrol.body', { centre: text(centre.name) })}</p>
      {problem && (
        <Notice tone="need" live="assertive" title={t(`service:enrol.${problem}.title`)}>
          {t(`service:enrol.${problem}.body`)}
        </Notice>
      )}
      <Labelled id="device-name" label={t('account:enrol.name')} hint={t('account:enrol.hint')}>
        <TextInput
          id="device-name"
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
          aria-describedby={describedBy('device-name', t('account:enrol.hint'))}
        />
      </Labelled>
      <Button type="submit" icon={MonitorCheck} busy={busy}>
        {t('account:enrol.submit')}
      </Button>
    </form>
  );
}
