'use client';

import { useMemo } from 'react';
import { answerOf, isAddressAnswer } from '@/lib/forms/answer-shape';
import type { AddressAnswer, Answers } from '@/lib/forms/definition';
import type { LocalText } from '@/lib/shared/locale';
import { copiedAddress } from './address-model';
import { useFormDesk, useFromStore } from './form-context';
import type { Spot } from './spot';

interface OtherAddress {
  readonly id: string;
  readonly label: LocalText;
  readonly copied: AddressAnswer;
}

/** Addresses given elsewhere in this form, as far as this field asks for them; none when this one already says the same. */
export function useOtherAddresses({ field }: Spot): readonly OtherAddress[] {
  const { store } = useFormDesk();
  const { definition } = store;
  // As text, so that a key press in any other field changes nothing here.
  const known = useFromStore(store, (from) => JSON.stringify(addressesOf(from.answers(), definition.fields)));
  return useMemo(() => {
    const byId: Readonly<Record<string, AddressAnswer>> = JSON.parse(known);
    const own = JSON.stringify(byId[field.id]);
    return definition.fields.flatMap((other) => {
      const from = other.id === field.id ? undefined : byId[other.id];
      const copied = from && copiedAddress(from, field);
      return copied && JSON.stringify(copied) !== own ? [{ id: other.id, label: other.label, copied }] : [];
    });
  }, [known, definition, field]);
}

function addressesOf(
  answers: Answers,
  fields: readonly Spot['field'][],
): Readonly<Record<string, AddressAnswer>> {
  const entries = fields
    .filter((field) => field.type === 'address')
    .flatMap((field) => {
      const answer = answerOf(answers, field.id);
      return isAddressAnswer(answer) ? [[field.id, answer] as const] : [];
    });
  return Object.fromEntries(entries);
}
