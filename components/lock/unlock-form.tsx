import LockOpen from 'lucide-react/icons/lock-open';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Labelled } from '@/components/ui/labelled';
import { Notice } from '@/components/ui/notice';
import { unlock } from '@/lib/browser/pin-actions';
import type { VaultOwner } from '@/lib/browser/vault-owners';
import '@/lib/i18n/namespaces/lock';
import { useFormat } from '@/lib/i18n/use-format';
import { PauseNotice } from './pause-notice';
import { PinInput } from './pin-input';
import { useSecondsUntil } from './use-seconds-until';

type Trouble = { readonly type: 'wrong'; readonly left: number } | { readonly type: 'failed' };

/** One field, one key: the PIN of whoever is chosen. */
export function UnlockForm({ who }: { readonly who: VaultOwner }) {
  const { t } = useTranslation('lock');
  const { digits } = useFormat();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const pause = useSecondsUntil(who.waitUntil);
  const mayType = pause === 0;
  useEffect(() => {
    if (mayType) field.current?.focus();
  }, [mayType]);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !mayType || pin.trim() === '') return;
    setBusy(true);
    const opened = await unlock(who.owner, pin);
    setBusy(false);
    setPin('');
    if (opened.ok) return;
    const { problem } = opened;
    if (problem.type === 'wrong-pin') setTrouble({ type: 'wrong', left: problem.left });
    else setTrouble(problem.type === 'too-early' ? null : { type: 'failed' });
    field.current?.focus();
  };
  return (
    <form
      onSubmit={(event) => void onSubmit(event)}
      noValidate
      className="flex max-w-md flex-col items-start gap-4"
    >
      {trouble && <UnlockTrouble trouble={trouble} />}
      {!mayType && <PauseNotice seconds={pause} />}
      <Labelled id="pin" label={t('pinOf', { name: digits(who.name) })}>
        <PinInput
          ref={field}
          id="pin"
          value={pin}
          readOnly={!mayType}
          onChange={(event) => setPin(event.target.value)}
        />
      </Labelled>
      <Button type="submit" icon={LockOpen} busy={busy} disabled={!mayType}>
        {t(busy ? 'opening' : 'open')}
      </Button>
    </form>
  );
}

function UnlockTrouble({ trouble }: { readonly trouble: Trouble }) {
  const { t } = useTranslation('lock');
  const { number } = useFormat();
  if (trouble.type === 'failed')
    return (
      <Notice tone="need" live="assertive" title={t('failed.title')}>
        {t('failed.body')}
      </Notice>
    );
  const { left } = trouble;
  return (
    <Notice tone="need" live="assertive" title={t('wrong.title')}>
      {t('wrong.left', { n: number(left), count: left })} {t('wrong.safe')}
    </Notice>
  );
}
