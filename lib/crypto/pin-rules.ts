export const PIN_LENGTH = { least: 6, most: 12 } as const;

export type PinFault = 'too-short' | 'too-long' | 'not-digits' | 'too-common';

/** Six digits that people choose first, beyond rows and repetitions. */
const OFTEN_CHOSEN = new Set([
  '123321',
  '147258',
  '258456',
  '159753',
  '159357',
  '789456',
  '456123',
  '147852',
  '102030',
  '112358',
  '131313',
  '520520',
  '696969',
  '420420',
  '786786',
  '786110',
  '161271',
  '260371',
  '210252',
  '199071',
]);

/**
 * Null when it may be a PIN; ASCII digits are expected, whichever were typed. Refused is what a thief tries first (ASVS 5.0 6.2.4 in the size of a PIN): one digit again and
 * again, rows up or down, a pair or a half repeated, and what people choose most.
 */
export function pinFault(pin: string): PinFault | null {
  if (!/^\d*$/.test(pin)) return 'not-digits';
  if (pin.length < PIN_LENGTH.least) return 'too-short';
  if (pin.length > PIN_LENGTH.most) return 'too-long';
  return isCommon(pin) ? 'too-common' : null;
}

function isCommon(pin: string): boolean {
  if (OFTEN_CHOSEN.has(pin) || OFTEN_CHOSEN.has([...pin].reverse().join(''))) return true;
  if (/^(\d{1,3})\1+$/.test(pin)) return true;
  // 112233, 998877
  if (/^(?:(\d)\1)+$/.test(pin) && hasOneStep([...pin].filter((_, index) => index % 2 === 0).join('')))
    return true;
  return hasOneStep(pin);
}

/** 123456, 987654, 135791, 890123: each digit as far from the last as that from the one before. */
function hasOneStep(digits: string): boolean {
  const steps = [...digits].slice(1).map((digit, index) => (Number(digit) - Number(digits[index]) + 10) % 10);
  return steps.every((step) => step === steps[0]);
}
