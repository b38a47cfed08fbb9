/** An accessible name that begins so: labels go on with "may be left out" and the like. */
export function beginning(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** Digits as the screens show them in Bangla. */
export function bengali(digits: string | number): string {
  return String(digits).replace(/\d/g, (digit) => '০১২৩৪৫৬৭৮৯'[Number(digit)] ?? digit);
}

export function ascii(digits: string): string {
  return digits.replace(/[০-৯]/g, (digit) => String('০১২৩৪৫৬৭৮৯'.indexOf(digit)));
}
