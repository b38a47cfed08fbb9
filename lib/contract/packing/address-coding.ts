import { ADDRESS_KEYS } from '../../forms/answer-shape';
import type { AddressAnswer } from '../../forms/definition';
import { codeDigits, DIGITS, isDigits } from './digits';
import { SLOT } from './slots';
import { TEXT_KIND } from './text-coding';
import { SLOTS_EACH, type ValueCoder } from './value-coder';

/** How a part of an address is written. The numbers are part of the protocol. */
export const PART = { absent: 0, typed: 1, text: 2, asBefore: 3 } as const;

type Key = keyof AddressAnswer;
/** The parts of the address before this one. */
export type AddressMemory = { [key in Key]?: string };

/** Places of the catalogue are a letter and a number. */
const LETTERS: { readonly [key in Key]?: string } = {
  division: 'v',
  district: 'd',
  upazila: 'z',
  union: 'u',
};

export const isCodable = (address: AddressAnswer): boolean =>
  Object.entries(address).every(
    ([key, part]) => (ADDRESS_KEYS as readonly string[]).includes(key) && typeof part === 'string',
  );

/** The parts in the order of ADDRESS_KEYS; `asked` says which of them the form asks for. */
export function codeAddress(
  values: ValueCoder,
  asked: readonly boolean[],
  memory: AddressMemory,
  given: AddressAnswer,
): AddressAnswer {
  const found: AddressMemory = {};
  ADDRESS_KEYS.forEach((key, level) => {
    const part = codePart(
      values,
      key,
      SLOT.part + (level * 2 + (asked[level] ? 1 : 0)) * SLOTS_EACH,
      memory[key],
      given[key],
    );
    if (part === undefined) return;
    found[key] = part;
    memory[key] = part;
  });
  return found;
}

function codePart(
  values: ValueCoder,
  key: Key,
  slot: number,
  before: string | undefined,
  given: string | undefined,
): string | undefined {
  const form = values.tree(slot, 2, formOf(key, before, given));
  if (form === PART.absent) return undefined;
  if (form === PART.asBefore) return before ?? '';
  if (form === PART.text)
    return values.text(SLOT.spelling + TEXT_KIND.place * SLOTS_EACH, TEXT_KIND.place, given);
  const letter = LETTERS[key];
  if (letter !== undefined) {
    const hasLetter = values.flag(SLOT.placeLetter, given?.startsWith(letter) ?? false);
    const level = ADDRESS_KEYS.indexOf(key);
    const number = values.number(SLOT.place + level * SLOTS_EACH, Number((given ?? '0').replace(letter, '')));
    return `${hasLetter ? letter : ''}${number}`;
  }
  if (key === 'ward') return String(values.number(SLOT.ward, Number(given ?? 0)));
  return codeDigits(values, key === 'postCode' ? DIGITS.postCode : DIGITS.other, given);
}

function formOf(key: Key, before: string | undefined, given: string | undefined): number {
  if (given === undefined) return PART.absent;
  if (given === before) return PART.asBefore;
  const letter = LETTERS[key];
  const isTyped =
    letter === undefined && key !== 'ward'
      ? isDigits(given)
      : /^(0|[1-9][0-9]{0,14})$/.test(
          letter !== undefined && given.startsWith(letter) ? given.slice(1) : given,
        );
  return isTyped ? PART.typed : PART.text;
}
