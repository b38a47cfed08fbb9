'use client';

import LogIn from 'lucide-react/icons/log-in';
import { type FormEvent, type Ref, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Labelled } from '@/components/ui/labelled';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import type { Person, SignInProblem } from '@/lib/browser/api';
import { signIn } from '@/lib/browser/device-actions';
import '@/lib/i18n/namespaces/account';
import { useFormat } from '@/lib/i18n/use-format';
import { PasswordInput } from './password-input';

type Trouble = SignInProblem | { readonly type: 'incomplete' };

/** User name and password. What went wrong is said above the form, and focus goes there. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: (person: Person) => void }) {
  const { t } = useTranslation('account');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const notice = useRef<HTMLDivElement>(null);
  const fail = (problem: Trouble) => {
    setTrouble(problem);
    requestAnimationFrame(() => notice.current?.focus());
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (username.trim() === '' || password === '') return fail({ type: 'incomplete' });
    setBusy(true);
    const person = await signIn({ username: username.trim(), password });
    setBusy(false);
    if (!person.ok) return fail(person.problem);
    setPassword('');
    onSignedIn(person.value);
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)} noValidate className="flex max-w-md flex-col gap-4">
      {trouble && <TroubleNotice trouble={trouble} ref={notice} />}
      <Labelled id="username" label={t('username')}>
        <TextInput
          id="username"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
      </Labelled>
      <PasswordInput value={password} onValue={setPassword} />
      <Button type="submit" icon={LogIn} busy={busy}>
        {busy ? t('asking') : t('submit')}
      </Button>
      <p className="text-sm text-ink-soft">{t('forgotten')}</p>
    </form>
  );
}

function TroubleNotice({ trouble, ref }: { readonly trouble: Trouble; readonly ref: Ref<HTMLDivElement> }) {
  const { t } = useTranslation('account');
  const { number } = useFormat();
  const minutes =
    trouble.type === 'rate-limited' ? Math.max(1, Math.ceil(trouble.retryAfterSeconds / 60)) : 0;
  return (
    <Notice
      ref={ref}
      tone={trouble.type === 'no-line' ? 'wait' : 'need'}
      live="assertive"
      title={t(`trouble.${trouble.type}.title`)}
    >
      {t(`trouble.${trouble.type}.body`, { minutes: number(minutes), count: minutes })}
    </Notice>
  );
}
