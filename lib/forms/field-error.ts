/**
 * Every reason a field can be wrong, as i18n keys. `values` of each code:
 *
 * | code | values |
 * |---|---|
 * | required, wrong-shape, characters-not-allowed, not-ticked, pattern-mismatch, check-digit, file-missing, file-not-image | – |
 * | one-of-required | fields (ids, comma between) |
 * | too-short, too-few-items | min |
 * | too-long, too-many-files, too-many-rows | max |
 * | bangla-only, bijoy-text, double-vowel-sign, no-digits, english-only, no-dots | – |
 * | digits-only | – |
 * | nid-length, brn-length | count (digits typed) |
 * | brn-legacy | – (16 digits: the old hand-written number) |
 * | id-year-differs | idYear, birthYear |
 * | id-year-range | idYear |
 * | phone-length | count |
 * | phone-prefix | prefix |
 * | email-invalid, date-invalid, number-invalid, post-code-invalid, post-code-missing, ward-invalid, address-too-vague | – |
 * | date-in-future | – |
 * | date-too-early | min (ISO date) |
 * | date-too-late | max (ISO date) |
 * | date-before-field | field (id), min (ISO date) |
 * | date-after-field | field (id), max (ISO date) |
 * | age-too-low | min, age |
 * | age-too-low-for-sex | min, age, sex (option value) |
 * | number-too-small | min |
 * | number-too-large | max |
 * | number-not-whole | – |
 * | number-decimals | max |
 * | number-below-field | field (id), min |
 * | number-above-field | field (id), max |
 * | sum-mismatch | sum, expected |
 * | not-an-option | value |
 * | file-too-large | maxMB |
 * | document-missing, document-maybe-needed | document (id) |
 */
export const FIELD_ERROR_CODES = [
  'required',
  'one-of-required',
  'wrong-shape',
  'characters-not-allowed',
  'too-short',
  'too-long',
  'bangla-only',
  'bijoy-text',
  'double-vowel-sign',
  'no-digits',
  'english-only',
  'no-dots',
  'digits-only',
  'nid-length',
  'brn-length',
  'brn-legacy',
  'id-year-differs',
  'id-year-range',
  'phone-length',
  'phone-prefix',
  'email-invalid',
  'date-invalid',
  'date-in-future',
  'date-too-early',
  'date-too-late',
  'date-before-field',
  'date-after-field',
  'age-too-low',
  'age-too-low-for-sex',
  'number-invalid',
  'number-too-small',
  'number-too-large',
  'number-not-whole',
  'number-decimals',
  'number-below-field',
  'number-above-field',
  'sum-mismatch',
  'pattern-mismatch',
  'check-digit',
  'not-an-option',
  'too-few-items',
  'not-ticked',
  'address-too-vague',
  'ward-invalid',
  'post-code-invalid',
  'post-code-missing',
  'file-missing',
  'file-not-image',
  'file-too-large',
  'too-many-files',
  'too-many-rows',
  'document-missing',
  'document-maybe-needed',
] as const;

export type FieldErrorCode = (typeof FIELD_ERROR_CODES)[number];

/** What a check finds: `at` is the part of the answer that is meant (`/district`), empty for the whole. `soft` never stops a submission. */
export interface Finding {
  readonly code: FieldErrorCode;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly at?: string;
  readonly soft?: boolean;
}

/** A finding with its place: a JSON pointer into the answers, such as `/birthplace/district` or `/rows:owner/0/owner_nid`. */
export interface FieldError {
  readonly pointer: string;
  readonly code: FieldErrorCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Errors stop a submission; warnings are shown and may be passed. Both in the order of the form. */
export interface Findings {
  readonly errors: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}
