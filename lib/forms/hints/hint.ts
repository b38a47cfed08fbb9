/**
 * Every question a form may ask softly. `values` of each:
 *
 * | code | values | offer |
 * |---|---|---|
 * | bijoy-text | text | the same in Unicode |
 * | title-colon | text | the name with ঃ |
 * | names-differ | bangla, english | – |
 * | phone-zero | text | the number with 0 in front |
 * | nid-with-year | year | the 17 digits |
 * | nid-too-young | age | – |
 * | id-no-district | code (two digits) | – |
 * | brn-elsewhere | code (two digits), field (id of the birthplace) | – |
 * | very-old | age | – |
 * | before-birth | field (id of the birth date), date | – |
 * | ends-first | field (id of the beginning), date | – |
 * | married-young | age | – |
 * | parent-too-young | field (id of the child's birth date), year (of the parent's birth), age (of the parent then; may be negative) | – |
 */
export const HINT_CODES = [
  'bijoy-text',
  'title-colon',
  'names-differ',
  'phone-zero',
  'nid-with-year',
  'nid-too-young',
  'id-no-district',
  'brn-elsewhere',
  'very-old',
  'before-birth',
  'ends-first',
  'married-young',
  'parent-too-young',
] as const;

export type HintCode = (typeof HINT_CODES)[number];

/** A question about an answer that may well be right: it stops nothing and changes nothing by itself. */
export interface FieldHint {
  readonly fieldId: string;
  /** JSON pointer of the answer, as in findings. */
  readonly pointer: string;
  readonly code: HintCode;
  readonly values: Readonly<Record<string, string | number>>;
  /** What may stand there instead, if the person presses. */
  readonly offer?: string;
  /** Pointers of the other answers it speaks of: nothing is asked while one of them is being typed. */
  readonly about: readonly string[];
}

/** What the hints know beyond the form. */
export interface HintKnowledge {
  /** Two digits of the BBS code of a district by its id in `places`; undefined = not known here, and then not asked about. */
  readonly districtCode: (districtId: string) => string | undefined;
}
