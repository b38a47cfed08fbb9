/** The texts of the contract as patterns; `schema-parts.ts` makes schemas of them. */
export const TEXT_SHAPE = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  // A year 0 is one that PostgreSQL does not have.
  instant:
    /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/,
  slug: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  token: /^[A-Za-z0-9_-]+$/,
  fieldId: /^[A-Za-z][A-Za-z0-9_-]*$/,
  sha256: /^[0-9a-f]{64}$/,
  /** A field, or a group of rows as `lib/forms/row-groups.ts` names it: `rows:<section>`, `each:<field>`. */
  answerKey: /^((rows|each):)?[A-Za-z][A-Za-z0-9_-]*$/,
  slot: /^(field|doc):[A-Za-z0-9_.-]{1,64}$/,
  check: /^[0-9]{6}$/,
  fileKey: /^[A-Za-z0-9_-]{43}$/,
} as const;

// Date.parse turns 30 February into 2 March; only a day that comes back as it went in exists.
export function isRealDay(value: string): boolean {
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value.slice(0, 10);
}

// Bits behind the last byte are zero, so that one byte string has one spelling, and with it one hash.
const TAILS = [/^/, /^$/, /[AQgw]$/, /[AEIMQUYcgkosw048]$/] as const;

export const hasNoStrayBits = (value: string): boolean => (TAILS[value.length % 4] ?? TAILS[1]).test(value);

const UNUSUAL = /[\0\uD800-\uDFFF]/;
const HALF_SURROGATE = /\p{Surrogate}/u;

/** Neither NUL nor half a surrogate pair can be typed; both can be sent, and PostgreSQL keeps neither. */
export const isStorableText = (value: string): boolean =>
  !UNUSUAL.test(value) || (!value.includes('\0') && !HALF_SURROGATE.test(value));
