import { SLOTS_EACH } from './value-coder';

/** The n-th group of slots. */
const group = (n: number): number => n * SLOTS_EACH;

/** Which slots hold what. The numbers are part of the protocol. */
export const SLOT = {
  lang: group(0),
  textVersion: group(1),
  consentLang: group(2),
  consentGiven: group(3),
  consentFor: group(4),
  instantForm: group(5),
  instantDelta: group(6),
  feeKnown: group(7),
  feeGovernment: group(8),
  feeCharge: group(9),
  feeTaken: group(10),
  authorKind: group(11),
  authorId: group(12),
  authorIdText: group(13),
  authorName: group(14),
  authorNameText: group(15),
  rows: group(16),
  rowCount: group(17),
  rowValue: group(18),
  rowValueText: group(19),
  isDefault: group(20),
  optionCount: group(21),
  days: group(22),
  wholeNumber: group(23),
  authorIdLength: group(24),
  json: group(25),
  hasPrefix: group(26),
  placeLetter: group(27),
  ward: group(28),
  rowForm: group(29),
  /** By text kind. */
  spelling: group(30),
  /** By level: division, district, upazila, union. */
  place: group(36),
  /** By part of an address, asked or not. */
  part: group(40),
  /** By form of the field (FIELD_FORM), whether it must be answered, and what its rule says. */
  form: group(60),
  /** By kind of digits (DIGITS): how many there are. */
  digitCount: group(70),
  /** By kind of digits: the first three, 32 groups of sixteen. */
  firstDigits: group(76),
  instantText: group(136),
} as const;
