import {
  CHECK_IN_CHARS,
  CHECK_IN_CODES,
  CHECK_IN_LISTS,
  type CheckIn,
  type HeldCode,
  isServiceName,
  numberOfCode,
  shortEpoch,
} from './check-in';
import { makeTrackingCode, parseTrackingCode } from './tracking-code';

/** Characters of `;p`. */
const PART_CHARS = 2;
/** The reader takes twelve digits. */
const HIGHEST = 999_999_999_999;

/** A header, and what it really says: only that may be taken as told. */
export interface WrittenCheckIn {
  readonly text: string;
  readonly said: CheckIn;
}

/** Neighbours of one device and one service, `from` and `to` included. */
interface Run {
  readonly device: string;
  readonly service: string | null;
  readonly from: number;
  readonly to: number;
}

/**
 * A check-in as its header says it: `u=K7M2:66;e=3f2b8f0e;w=K7M2/birth-registration/3-5,9`. What does not fit, by
 * characters or by codes, is left out run by run, and the whole marked as a part. What is no tracking code cannot be said.
 */
export function writeCheckIn(checkIn: CheckIn): WrittenCheckIn {
  const { epoch, used, usedBy } = checkIn;
  const said: Record<'waiting' | 'takenBack' | 'lost', HeldCode[]> = { waiting: [], takenBack: [], lost: [] };
  let text = usedBy === '' ? 'u=0' : `u=${usedBy}:${used}`;
  if (epoch !== null) text += `;e=${shortEpoch(epoch)}`;
  let left = CHECK_IN_CODES;
  let isPart = checkIn.isPart;
  // What is lost first: nobody else will ever say it again.
  for (const letter of ['l', 'x', 'w'] as const) {
    const list = CHECK_IN_LISTS[letter];
    let group = '';
    for (const run of runsOf(checkIn[list])) {
      const lead = `${letter}=${run.device}/${run.service ?? ''}/`;
      const to = Math.min(run.to, run.from + left - 1);
      const numbers = to === run.from ? `${run.from}` : `${run.from}-${to}`;
      const piece = (lead === group ? ',' : `;${lead}`) + numbers;
      if (to < run.to) isPart = true;
      if (left === 0 || text.length + piece.length + PART_CHARS > CHECK_IN_CHARS) {
        isPart = true;
        continue;
      }
      text += piece;
      group = lead;
      left -= to - run.from + 1;
      said[list].push(...codesOf(run, to));
    }
  }
  return {
    text: isPart ? `${text};p` : text,
    said: { epoch, used: usedBy === '' ? 0 : used, usedBy, ...said, isPart },
  };
}

const codesOf = ({ device, service, from }: Run, to: number): readonly HeldCode[] =>
  Array.from({ length: to - from + 1 }, (_, n) => ({
    trackingCode: makeTrackingCode(device, from + n),
    serviceId: service,
  }));

/** Runs of one device and one service stand side by side. */
function runsOf(codes: readonly HeldCode[]): readonly Run[] {
  const groups = new Map<string, { device: string; service: string | null; numbers: Set<number> }>();
  for (const { trackingCode, serviceId } of codes) {
    const parsed = parseTrackingCode(trackingCode);
    if (!parsed.ok) continue;
    const { device } = parsed.value;
    const number = numberOfCode(trackingCode, device);
    if (number === null || number > HIGHEST) continue;
    const service = serviceId !== null && isServiceName(serviceId) ? serviceId : null;
    const key = `${device}/${service ?? ''}`;
    const group = groups.get(key) ?? { device, service, numbers: new Set() };
    group.numbers.add(number);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ device, service, numbers }) =>
    spansOf(numbers).map(([from, to]) => ({ device, service, from, to })),
  );
}

function spansOf(numbers: ReadonlySet<number>): readonly (readonly [from: number, to: number])[] {
  const spans: [from: number, to: number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else spans.push([number, number]);
  }
  return spans;
}
