/** ISO/IEC 7812-1 annex B: check digit of IMEI numbers. Digits only. */
export function isLuhnValid(digits: string): boolean {
  let sum = 0;
  for (const [fromRight, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (fromRight % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits !== '' && sum % 10 === 0;
}
