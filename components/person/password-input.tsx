import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Labelled } from '@/components/ui/labelled';
import { TextInput } from '@/components/ui/text-input';
import '@/lib/i18n/namespaces/account';

/** A password that can be shown for a moment: on a phone, wrong letters are the usual reason for a refusal. */
export function PasswordInput({
  value,
  onValue,
}: {
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  const { t } = useTranslation('account');
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Labelled id="password" label={t('password')}>
      <div className="relative">
        <TextInput
          id="password"
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          onChange={(event) => onValue(event.target.value)}
          className="pr-14"
        />
        <button
          type="button"
          onClick={() => setShown(!shown)}
          aria-label={t(shown ? 'hide' : 'show')}
          className="absolute top-0 right-0 grid size-touch cursor-pointer place-items-center"
        >
          <Icon aria-hidden size={22} />
        </button>
      </div>
    </Labelled>
  );
}
