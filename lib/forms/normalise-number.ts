import { toAsciiDigits } from '../bangla/digits';

/**
 * A typed number as a decimal string in ASCII digits: group commas, spaces and a taka sign go, leading zeros and a
 * trailing point too. Text that is no number comes back as typed (ASCII digits, trimmed), for the check to refuse.
 * `keepZeros` is for numbers that are identifiers (IMEI): nothing but digits is read and none is dropped.
 */
export function normaliseNumber(typed: string, keepZeros = false): string {
  const text = toAsciiDigits(typed.normalize('NFC')).trim();
  const bare = text
    .replace(/^৳\s*|\s*(?:৳|\/-|\/=)$/g, '')
    .replace(/[−–]/g, '-')
    .replace(/[,\s]/g, '');
  if (keepZeros) return bare.replace(/-/g, '');
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(bare) ?? [];
  if (whole === '' && fraction === '') return text;
  const digits = `${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction === '' ? '' : `.${fraction}`}`;
  return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits;
}
