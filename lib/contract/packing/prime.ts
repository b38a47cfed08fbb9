import { PART } from './address-coding';
import { FIELD_GROUP, FORM, formSlot } from './answer-coding';
import { DIGITS, type DigitKind } from './digits';
import { GUESS } from './guess';
import { NAMES_BN, NAMES_EN } from './prime-names';
import { CODES, PLACES, SENTENCES } from './prime-places';
import { SLOT } from './slots';
import { TEXT_KIND, type TextKind } from './text-coding';
import { SLOTS_EACH } from './value-coder';

/** One value that the model is shown before it codes anything. */
export type Shown =
  | readonly ['tree', slot: number, bits: number, value: number]
  | readonly ['number', slot: number, value: number]
  | readonly ['digits', kind: DigitKind, digits: string]
  | readonly ['text', kind: TextKind, text: string];

/**
 * All that the model is shown, in this order: small values first, then texts. Part of the protocol: never changed.
 * Lists say how usual a value is by how often it stands in them; they are shown in turns, so that none is fresher.
 */
export function shown(): readonly Shown[] {
  const texts = (
    [
      [TEXT_KIND.code, CODES],
      [TEXT_KIND.sentence, SENTENCES],
      [TEXT_KIND.place, PLACES],
      [TEXT_KIND.nameBn, NAMES_BN],
      [TEXT_KIND.nameEn, NAMES_EN],
    ] as const
  ).flatMap(([kind, lines]) =>
    lines.split('\n').map((line) => ['text', kind, line.normalize('NFC')] as const),
  );
  return [...forms(), ...parts(), ...trees(), ...numbers(), ...digits(), ...texts];
}

const times = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const spread = (n: number, size: number): number => 1 + ((n * 37) % size);

/** `values` as digits, each shown as a tree, the whole list `rounds` times. */
const tree = (slot: number, bits: number, values: string, rounds = 1): readonly Shown[] =>
  times(rounds, () => [...values].map((value) => ['tree', slot, bits, Number(value)] as const)).flat();

/** By what the rule says: no rule, unknown, holds, fails; `n` is the usual form of the group, 0 absent. */
const FORMS = {
  required: ['nnnnn', 'n0', 'nnnnn', '00000'],
  optional: ['n0', '0n0', 'n0n', '00000'],
} as const;

function forms(): readonly Shown[] {
  return Object.values(FIELD_GROUP).flatMap((group) =>
    ([true, false] as const).flatMap((required) =>
      Object.values(GUESS).flatMap((guess) => {
        const usual = String(group === FIELD_GROUP.text ? FORM.text : FORM.typed);
        const list = FORMS[required ? 'required' : 'optional'][guess].replaceAll('n', usual);
        return tree(formSlot(group, required, guess), 2, list, list.length < 5 ? 1 : 4);
      }),
    ),
  );
}

/** Forms of the parts of an address that is asked for, in the order of ADDRESS_KEYS (PART). */
const PARTS = ['131', '131', '131', '131', '103', '223', '203', '103', '010', '020'];

function parts(): readonly Shown[] {
  return PARTS.flatMap((asked, level) => [
    ...tree(SLOT.part + 2 * level * SLOTS_EACH, 2, String(PART.absent).repeat(20)),
    ...tree(SLOT.part + (2 * level + 1) * SLOTS_EACH, 2, asked, level < 4 ? 4 : 2),
  ]);
}

function trees(): readonly Shown[] {
  return [
    ...tree(SLOT.lang, 2, '0000100', 2),
    ...tree(SLOT.consentLang, 1, '1', 20),
    ...tree(SLOT.consentGiven, 2, '0010200', 2),
    ...tree(SLOT.consentFor, 2, '01012'),
    ...tree(SLOT.instantForm, 1, '1', 20),
    ...tree(SLOT.feeKnown, 1, '11011'),
    ...tree(SLOT.feeTaken, 1, '100'),
    ...tree(SLOT.authorKind, 2, '00100', 2),
    ...tree(SLOT.authorId, 2, '20222', 2),
    ...tree(SLOT.authorName, 1, '11011', 2),
    ...tree(SLOT.rowForm, 2, '10'),
    ...tree(SLOT.rowValue, 1, '1', 12),
    ...tree(SLOT.isDefault, 1, '1110111', 2),
    ...tree(SLOT.hasPrefix, 1, '1', 20),
    ...tree(SLOT.placeLetter, 1, '1', 8),
    ...tree(SLOT.spelling + TEXT_KIND.nameBn * SLOTS_EACH, 2, '0', 20),
    ...tree(SLOT.spelling + TEXT_KIND.nameEn * SLOTS_EACH, 2, '1211', 3),
    ...tree(SLOT.spelling + TEXT_KIND.place * SLOTS_EACH, 2, '0', 15),
    ...tree(SLOT.spelling + TEXT_KIND.sentence * SLOTS_EACH, 2, '0', 8),
    ...tree(SLOT.spelling + TEXT_KIND.code * SLOTS_EACH, 2, '01'),
    ...tree(SLOT.textVersion, 2, '0', 20),
    ...tree(SLOT.authorNameText, 2, '0', 20),
    ...tree(SLOT.instantText, 2, '1', 8),
    ...times(12, (n) => ['tree', SLOT.authorIdLength, 6, n % 6 === 5 ? 16 : 32] as const),
    ...[1, 2, 1, 3].map((count) => ['tree', SLOT.optionCount, 6, count] as const),
  ];
}

function numbers(): readonly Shown[] {
  const list = (slot: number, values: readonly number[]) =>
    values.map((value) => ['number', slot, value] as const);
  return [
    ...[8, 64, 495, 4614].flatMap((size, level) =>
      times(60, (n) => ['number', SLOT.place + level * SLOTS_EACH, spread(n, size)] as const),
    ),
    ...times(18, (n) => ['number', SLOT.ward, spread(n, 9)] as const),
    ...list(
      SLOT.days,
      [20, 600, 84, 25_000, 5600, 9400, 5200, 16_400, 14_000, 2200, 26, 19_800, 30_000, 1000, 12_600, 8400],
    ),
    ...list(SLOT.wholeNumber, [1, 2, 1, 3, 5, 1, 2, 40, 300, 4, 12, 1, 8000, 2]),
    ...list(SLOT.instantDelta, [9000, 60_000, 170_000, 24_000, 360_000, 1_500_000, 90_000, 14_000]),
    ...list(SLOT.feeGovernment, [0, 25, 50, 25, 100, 0, 20, 4025]),
    ...list(SLOT.feeCharge, [50, 30, 100, 50, 20, 50, 0]),
    ...list(SLOT.rowCount, [1, 2, 1, 3]),
  ];
}

function digits(): readonly Shown[] {
  const years = (n: number) => (n % 4 === 3 ? `20${n % 3}` : `19${4 + (n % 6)}`);
  const numbers = (kind: DigitKind, count: number, one: (n: number) => string): readonly Shown[] =>
    times(count, (n) => ['digits', kind, one(n)] as const);
  const nid = (n: number) =>
    n % 4 === 3 ? years(n).padEnd(n % 8 === 3 ? 17 : 13, '0') : `${spread(n, 9)}`.padEnd(10, '0');
  return [
    ...numbers(DIGITS.nid, 32, nid),
    ...numbers(DIGITS.brn, 32, (n) => years(n).padEnd(17, '0')),
    ...numbers(DIGITS.phone, 24, (n) => `${'78937675'[n % 8]}`.padEnd(9, '0')),
    ...numbers(DIGITS.postCode, 18, (n) => `${spread(n, 9)}000`),
    ...numbers(DIGITS.other, 27, (n) => `${spread(n, 9)}`.padEnd(1 + (n % 4), '0')),
  ];
}
