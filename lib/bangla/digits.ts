const BENGALI_ZERO = 0x09e6;

/** Bengali digits (০–৯) become ASCII digits; everything else stays as it is. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - BENGALI_ZERO));
}

/** ASCII digits become Bengali digits (০–৯); everything else stays as it is. */
export function toBengaliDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(BENGALI_ZERO + Number(digit)));
}
