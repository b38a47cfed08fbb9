import { crockfordValue } from './crockford';
import { isDeviceCode } from './device-code';
import { TEXT_SHAPE } from './text-shapes';
import { makeTrackingCode, parseTrackingCode } from './tracking-code';

/** Header in which a device says with a sync what it holds. A server that does not know it passes it over. */
export const CHECK_IN_HEADER = 'setu-check-in';

/** Header of the answer to a check-in: names the list of what never arrived; `0` when there is none. */
export const NEVER_ARRIVED_HEADER = 'setu-never-arrived';

/** Longer than this no check-in gets: servers and proxies limit headers. */
export const CHECK_IN_CHARS = 2000;

/** Codes of one check-in, so that a header cannot stand for a million rows. */
export const CHECK_IN_CODES = 2000;

/** One queued application as a check-in names it: nothing personal. `serviceId` null = not known. */
export interface HeldCode {
  readonly trackingCode: string;
  readonly serviceId: string | null;
}

/**
 * What a device says of its queue.
 *
 * | list | what it means |
 * |---|---|
 * | waiting | lies here and has no receipt |
 * | takenBack | a person withdrew it: it is not to be missed |
 * | lost | lay here before the browser lost its store |
 */
export interface CheckIn {
  /** Epoch in which the device was last answered; null = none. In another one its numbers say nothing. */
  readonly epoch: string | null;
  /** Highest number this device has given out under its own code; 0 = none. */
  readonly used: number;
  /** The device code whose numbers `used` counts; empty = none yet, and then `used` is 0. */
  readonly usedBy: string;
  readonly waiting: readonly HeldCode[];
  readonly takenBack: readonly HeldCode[];
  readonly lost: readonly HeldCode[];
  /** Not everything found room: nothing may be concluded from what is not named. */
  readonly isPart: boolean;
}

/** The lists by the letter that names them. */
export const CHECK_IN_LISTS = { w: 'waiting', x: 'takenBack', l: 'lost' } as const;
const EPOCH_CHARS = 8;
const SERVICE_CHARS = 64;

/** Whether `text` can be said as a service; what is none is left out, so that it spoils nothing around it. */
export const isServiceName = (text: string): boolean =>
  text.length <= SERVICE_CHARS && TEXT_SHAPE.slug.test(text);

/** `epoch` as a check-in names it. */
export const shortEpoch = (epoch: string): string => epoch.slice(0, EPOCH_CHARS);

/**
 * Reads what `writeCheckIn` wrote; null for anything else. A number that does not say whose it is (`u=66`) is not
 * believed: it may count what a device gave out that this one was before.
 */
export function readCheckIn(text: string): CheckIn | null {
  if (text.length > CHECK_IN_CHARS) return null;
  const lists: Record<'waiting' | 'takenBack' | 'lost', HeldCode[]> = {
    waiting: [],
    takenBack: [],
    lost: [],
  };
  let count: Pick<CheckIn, 'used' | 'usedBy'> | null = null;
  let epoch: string | null = null;
  let isPart = false;
  let left = CHECK_IN_CODES;
  for (const part of text.split(';')) {
    const [key = '', value = ''] = part.split(/=(.*)/s, 2);
    if (part === 'p') isPart = true;
    else if (key === 'u') {
      count = readCount(value);
      if (count === null) return null;
    } else if (key === 'e' && /^[A-Za-z0-9_-]{1,8}$/.test(value)) epoch = value;
    else if (key === 'w' || key === 'x' || key === 'l') {
      const codes = readGroup(value, left);
      if (codes === null) return null;
      left -= codes.length;
      lists[CHECK_IN_LISTS[key]].push(...codes);
    } else return null;
  }
  return count === null ? null : { epoch, ...count, ...lists, isPart };
}

/** The number in a tracking code of this device code; null when it is of another, or no code. */
export function numberOfCode(trackingCode: string, deviceCode: string): number | null {
  const parsed = parseTrackingCode(trackingCode);
  if (!parsed.ok || parsed.value.device !== deviceCode) return null;
  return numberOf(parsed.value.counter);
}

const numberOf = (counter: string): number =>
  [...counter].reduce((sum, char) => sum * 32 + crockfordValue(char), 0);

function readCount(text: string): Pick<CheckIn, 'used' | 'usedBy'> | null {
  const [, usedBy = '', digits] = /^(?:([^:]+):)?(\d{1,12})$/.exec(text) ?? [];
  if (digits === undefined || (usedBy !== '' && !isDeviceCode(usedBy))) return null;
  return { used: usedBy === '' ? 0 : Number(digits), usedBy };
}

function readGroup(text: string, most: number): readonly HeldCode[] | null {
  const [device = '', service = '', runs = '', ...rest] = text.split('/');
  if (rest.length > 0 || !isDeviceCode(device) || (service !== '' && !isServiceName(service))) return null;
  const codes: HeldCode[] = [];
  for (const run of runs.split(',')) {
    const match = /^(\d{1,12})(?:-(\d{1,12}))?$/.exec(run);
    if (match === null) return null;
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (to < from || codes.length + to - from + 1 > most) return null;
    for (let number = from; number <= to; number += 1)
      codes.push({ trackingCode: makeTrackingCode(device, number), serviceId: service || null });
  }
  return codes;
}
