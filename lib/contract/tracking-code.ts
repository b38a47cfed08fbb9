import { assert } from '../shared/assert';
import { err, ok, type Result } from '../shared/result';
import { checkCharacter, hasValidCheck } from './check-character';
import { crockfordValue, foldCrockford, toCrockford } from './crockford';
import { deviceCodeLength, isDeviceCode } from './device-code';

const COUNTER_WIDTH = 4;
const LONGEST = 6 + 10 + 1;

export interface TrackingCode {
  /** The one form that is stored and sent: `K7M2-0042-X`. */
  readonly code: string;
  readonly device: string;
  readonly counter: string;
}

export type TrackingCodeProblem =
  | { readonly type: 'tracking-code-shape' }
  | { readonly type: 'tracking-code-check' };

/**
 * Tracking code of the n-th application of a device: device, counter, check character, joined by hyphens.
 * Unique without asking anybody, because the device code is unique and the counter only grows.
 */
export function makeTrackingCode(deviceCode: string, count: number): string {
  assert(isDeviceCode(deviceCode), 'a tracking code needs a device code');
  assert(Number.isSafeInteger(count) && count >= 0, 'a counter is a whole number');
  const counter = toCrockford(count, COUNTER_WIDTH);
  return `${deviceCode}-${counter}-${checkCharacter(deviceCode + counter)}`;
}

/** Reads what a person typed or a QR code held; case, spaces, hyphens, O/0, I/L/1 and Bengali digits do not matter. */
export function parseTrackingCode(typed: string): Result<TrackingCode, TrackingCodeProblem> {
  // Longer than any code: answered before any work is done on it.
  if (typed.length > 64) return err({ type: 'tracking-code-shape' });
  const text = foldCrockford(typed);
  const deviceLength = deviceCodeLength(text.charAt(0));
  const counterLength = text.length - deviceLength - 1;
  if (deviceLength === 0 || counterLength < COUNTER_WIDTH || text.length > LONGEST)
    return err({ type: 'tracking-code-shape' });
  if (!isCrockford(text)) return err({ type: 'tracking-code-shape' });
  const device = text.slice(0, deviceLength);
  const counter = text.slice(deviceLength, -1);
  if (!isShortest(counter)) return err({ type: 'tracking-code-shape' });
  if (!hasValidCheck(text)) return err({ type: 'tracking-code-check' });
  return ok({ code: `${device}-${counter}-${text.slice(-1)}`, device, counter });
}

/** Whether `code` is exactly the form that travels. */
export function isTrackingCode(code: string): boolean {
  if (code.length > LONGEST + 2) return false;
  const [device = '', counter = '', check = '', more] = code.split('-');
  if (more !== undefined || check.length !== 1 || !isDeviceCode(device)) return false;
  const text = device + counter + check;
  const isCounter = counter.length >= COUNTER_WIDTH && isShortest(counter) && isCrockford(counter);
  return isCounter && text.length <= LONGEST && hasValidCheck(text);
}

const isCrockford = (text: string): boolean => [...text].every((char) => crockfordValue(char) >= 0);

/** A padded counter longer than four characters would be a second spelling of a shorter one. */
const isShortest = (counter: string): boolean => counter.length <= COUNTER_WIDTH || !counter.startsWith('0');

/** The code as it is shown and printed, whatever spelling it came in; what is no code stays as it is. */
export function formatTrackingCode(code: string): string {
  const parsed = parseTrackingCode(code);
  return parsed.ok ? parsed.value.code : code;
}
