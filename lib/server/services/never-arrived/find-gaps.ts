import { makeTrackingCode } from '../../../contract/tracking-code';
import type { DeviceActor } from '../../auth/actor';
import type { Connection } from '../../db/client';
import { arrivedOf } from './arrived-of';

/** Numbers that are looked at in one check-in, and those of them that may be missing; the rest follows with the next. */
const NUMBERS_AT_ONCE = 2000;
const GAPS_AT_ONCE = 500;

export interface Gaps {
  readonly missing: readonly string[];
  /** Up to here every number was looked at. */
  readonly through: number;
}

/** Numbers a device has given out that are neither named by it nor arrived; `room`: how many may be written down. */
export async function findGaps(
  db: Connection,
  { deviceCode }: DeviceActor,
  {
    after,
    used,
    named,
    room,
  }: {
    readonly after: number;
    readonly used: number;
    readonly named: ReadonlySet<string>;
    readonly room: number;
  },
): Promise<Gaps> {
  const upTo = Math.min(used, after + NUMBERS_AT_ONCE);
  if (upTo <= after) return { missing: [], through: after };
  const unnamed = Array.from({ length: upTo - after }, (_, index) => after + 1 + index)
    .map((number) => ({ number, code: makeTrackingCode(deviceCode, number) }))
    .filter(({ code }) => !named.has(code));
  const arrived = await arrivedOf(
    db,
    unnamed.map(({ code }) => code),
  );
  const gaps = unnamed.filter(({ code }) => !arrived.has(code));
  const most = Math.min(GAPS_AT_ONCE, room);
  const next = gaps[most];
  return {
    missing: gaps.slice(0, most).map(({ code }) => code),
    through: next === undefined ? upTo : next.number - 1,
  };
}
