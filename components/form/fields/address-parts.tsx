'use client';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectInput } from '@/components/ui/select-input';
import { TextInput } from '@/components/ui/text-input';
import type { AddressAnswer, Field } from '@/lib/forms/definition';
import { isAsked } from '@/lib/forms/normalise-answer';
import { useFormat } from '@/lib/i18n/use-format';
import '@/lib/i18n/namespaces/form';
import { UNION_WARDS } from '@/lib/places/place';
import { typedPartsOf, withPart } from '../address-model';

type TypedPart = ReturnType<typeof typedPartsOf>[number];

export interface AddressPartsProps {
  readonly field: Field;
  readonly address: AddressAnswer;
  readonly id: string;
  /** Wards of the chosen union or city, where it is known. */
  readonly wards: number | undefined;
  readonly onAddress: (address: AddressAnswer | undefined) => void;
}

/** What is smaller than a union: ward from a list, the rest in the person's own words. */
export function AddressParts({ field, address, id, wards = UNION_WARDS, onAddress }: AddressPartsProps) {
  return (
    <div className="grid grid-cols-1 gap-3 @md:grid-cols-2">
      {isAsked(field, 'ward') && (
        <WardSelect
          id={`${id}-ward`}
          value={address.ward ?? ''}
          wards={Array.from({ length: wards }, (_, index) => String(index + 1))}
          onChoose={(ward) => onAddress(withPart(address, 'ward', ward))}
        />
      )}
      {typedPartsOf(field).map((part) => (
        <TypedPartInput
          key={part}
          part={part}
          id={`${id}-${part}`}
          value={address[part] ?? ''}
          onType={(text) => onAddress(withPart(address, part, text))}
        />
      ))}
    </div>
  );
}

interface WardSelectProps {
  readonly id: string;
  readonly value: string;
  readonly wards: readonly string[];
  readonly onChoose: (ward: string) => void;
}

function WardSelect(props: WardSelectProps) {
  const { t } = useTranslation('form');
  const { digits } = useFormat();
  const isUnknown = props.value !== '' && !props.wards.includes(props.value);
  return (
    <div>
      <label htmlFor={props.id} className="mb-0.5 block text-sm text-ink-soft">
        {t('address.ward')}
      </label>
      <SelectInput id={props.id} value={props.value} onChange={(event) => props.onChoose(event.target.value)}>
        <option value="">{t('choose')}</option>
        {isUnknown && <option value={props.value}>{digits(props.value)}</option>}
        {props.wards.map((ward) => (
          <option key={ward} value={ward}>
            {t('address.wardNo', { n: digits(ward) })}
          </option>
        ))}
      </SelectInput>
    </div>
  );
}

interface TypedPartInputProps {
  readonly part: TypedPart;
  readonly id: string;
  readonly value: string;
  readonly onType: (text: string) => void;
}

function TypedPartInput({ part, id, value, onType }: TypedPartInputProps) {
  const { t } = useTranslation('form');
  const { digits } = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const isCode = part === 'postCode';
  return (
    <div>
      <label htmlFor={id} className="mb-0.5 block text-sm text-ink-soft">
        {t(`address.${part}`)}
      </label>
      <TextInput
        id={id}
        inputMode={isCode ? 'numeric' : 'text'}
        value={typed ?? (isCode ? digits(value) : value)}
        onChange={(event) => {
          setTyped(event.target.value);
          onType(event.target.value);
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}
