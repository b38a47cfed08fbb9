import { crockfordValue } from './crockford';
import { isDeviceCode } from './device-code';
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
  readonly waiting: readonly HeldCode[];
  readonly takenBack: readonly HeldCode[];
  readonly lost: readonly HeldCode[];
  /** Not everything found room: nothing may be concluded from what is not named. */
  readonly isPart: boolean;
}

const LISTS = { w: 'waiting', x: 'takenBack', l: 'lost' } as const;
const EPOCH_CHARS = 8;

/** `epoch` as a check-in names it. */
export const shortEpoch = (epoch: string): string => epoch.slice(0, EPOCH_CHARS);

/**
 * A check-in as its header says it: `u=66;e=3f2b8f0e;w=K7M2/birth-registration/3-5,9`. What does not fit is left out
 * and the whole marked as a part.
 */
export function writeCheckIn(checkIn: CheckIn): string {
  const { epoch, used } = checkIn;
  const parts = [`u=${used}`, ...(epoch === null ? [] : [`e=${shortEpoch(epoch)}`])];
  // What is lost first: nobody else will ever say it again.
  const groups = (['l', 'x', 'w'] as const).flatMap((key) =>
    groupsOf(checkIn[LISTS[key]]).map((group) => `${key}=${group}`),
  );
  let isPart = checkIn.isPart;
  for (const group of groups)
    if ([...parts, group, 'p'].join(';').length <= CHECK_IN_CHARS) parts.push(group);
    else isPart = true;
  return [...parts, ...(isPart ? ['p'] : [])].join(';');
}

/** Reads what `writeCheckIn` wrote; null for anything else. */
export function readCheckIn(text: string): CheckIn | null {
  if (text.length > CHECK_IN_CHARS) return null;
  const lists: Record<'waiting' | 'takenBack' | 'lost', HeldCode[]> = {
    waiting: [],
    takenBack: [],
    lost: [],
  };
  let used: number | null = null;
  let epoch: string | null = null;
  let isPart = false;
  let left = CHECK_IN_CODES;
  for (const part of text.split(';')) {
    const [key = '', value = ''] = part.split(/=(.*)/s, 2);
    if (part === 'p') isPart = true;
    else if (key === 'u' && /^\d{1,12}$/.test(value)) used = Number(value);
    else if (key === 'e' && /^[A-Za-z0-9_-]{1,8}$/.test(value)) epoch = value;
    else if (key === 'w' || key === 'x' || key === 'l') {
      const codes = readGroup(value, left);
      if (codes === null) return null;
      left -= codes.length;
      lists[LISTS[key]].push(...codes);
    } else return null;
  }
  return used === null ? null : { epoch, used, ...lists, isPart };
}

/** The number in a tracking code of this device code; null when it is of another, or no code. */
export function numberOfCode(trackingCode: string, deviceCode: string): number | null {
  const parsed = parseTrackingCode(trackingCode);
  if (!parsed.ok || parsed.value.device !== deviceCode) return null;
  return numberOf(parsed.value.counter);
}

const numberOf = (counter: string): number =>
  [...counter].reduce((sum, char) => sum * 32 + crockfordValue(char), 0);

/** `<device code>/<service>/<numbers>`: neighbours of one device and one service are said in one word. */
function groupsOf(codes: readonly HeldCode[]): readonly string[] {
  const groups = new Map<string, number[]>();
  for (const { trackingCode, serviceId } of codes) {
    const parsed = parseTrackingCode(trackingCode);
    if (!parsed.ok) continue;
    const key = `${parsed.value.device}/${serviceId ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), numberOf(parsed.value.counter)]);
  }
  return [...groups].map(([key, numbers]) => `${key}/${runsOf(numbers)}`);
}

function runsOf(numbers: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

function readGroup(text: string, most: number): readonly HeldCode[] | null {
  const [device = '', service = '', runs = '', ...rest] = text.split('/');
  if (rest.length > 0 || !isDeviceCode(device) || !/^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(service)) return null;
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
