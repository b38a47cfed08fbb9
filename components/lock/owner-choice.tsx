import { useTranslation } from 'react-i18next';
import type { VaultOwner } from '@/lib/browser/vault-owners';
import '@/lib/i18n/namespaces/lock';
import { useFormat } from '@/lib/i18n/use-format';

export interface OwnerChoiceProps {
  readonly owners: readonly VaultOwner[];
  readonly chosen: string;
  readonly onChoose: (owner: string) => void;
}

/** The operators of this device, one under the other: names are long. */
export function OwnerChoice({ owners, chosen, onChoose }: OwnerChoiceProps) {
  const { t } = useTranslation('lock');
  const { digits } = useFormat();
  return (
    <fieldset className="flex max-w-md flex-col gap-2">
      <legend className="mb-2 font-semibold">{t('who')}</legend>
      {owners.map(({ owner, name }) => (
        <label
          key={owner}
          className="flex min-h-touch cursor-pointer items-center gap-3 rounded-xl border border-ink-soft bg-paper px-3.5 py-2 has-checked:border-2 has-checked:border-leaf has-checked:bg-leaf-soft"
        >
          <input
            type="radio"
            name="owner"
            checked={owner === chosen}
            onChange={() => onChoose(owner)}
            className="size-6 shrink-0 accent-leaf"
          />
          <span className="min-w-0 [overflow-wrap:anywhere]">{digits(name)}</span>
        </label>
      ))}
    </fieldset>
  );
}
