'use client';

import Check from 'lucide-react/icons/check';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { describedBy, Labelled } from '@/components/ui/labelled';
import { TextInput } from '@/components/ui/text-input';
import { changeSettings } from '@/lib/browser/change-settings';
import { useSettings } from '@/lib/browser/use-settings';
import '@/lib/i18n/namespaces/settings';
import { useFormat } from '@/lib/i18n/use-format';
import { Part } from './part';
import { MOST_CHARGE, readCharge } from './read-charge';

/** The counter's own charge for one application, always kept apart from the government fee. */
export function ChargePart() {
  const { t } = useTranslation('settings');
  const { digits, taka } = useFormat();
  const { chargeBdt } = useSettings();
  const [typed, setTyped] = useState<string | null>(null);
  const [state, setState] = useState<'asked' | 'saved' | 'wrong'>('asked');
  const error = state === 'wrong' ? t('charge.wrong', { most: taka(MOST_CHARGE) }) : null;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const charge = readCharge(typed ?? String(chargeBdt));
    if (charge === null) return setState('wrong');
    await changeSettings({ chargeBdt: charge });
    setTyped(null);
    setState('saved');
  };
  return (
    <Part title={t('charge.title')}>
      <form
        onSubmit={(event) => void onSubmit(event)}
        noValidate
        className="flex w-full flex-col items-start gap-3"
      >
        <Labelled id="charge" label={t('charge.label')} hint={t('charge.hint')} error={error}>
          <TextInput
            id="charge"
            inputMode="numeric"
            value={typed ?? digits(String(chargeBdt))}
            onChange={(event) => {
              setTyped(event.target.value);
              setState('asked');
            }}
            invalid={error !== null}
            aria-describedby={describedBy('charge', t('charge.hint'), error)}
            className="max-w-40"
          />
        </Labelled>
        <Button type="submit" look="secondary" icon={Check}>
          {t('charge.save')}
        </Button>
      </form>
      <p role="status">{state === 'saved' && t('charge.saved')}</p>
    </Part>
  );
}
