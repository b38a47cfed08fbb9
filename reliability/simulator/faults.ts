import type { Chance } from '../../lib/shared/clock';

/** Every place where something can go wrong. */
export const FAULT_POINTS = [
  'request-lost',
  'request-late',
  'request-twice',
  'request-twice-at-once',
  'answer-lost',
  'answer-late',
  'answer-cut',
  'portal',
  'proxy-busy',
  'server-crash',
  'database-ends',
  'crash-before-store',
  'crash-after-store',
  'crash-on-the-way',
  'frozen',
] as const;

export type FaultPoint = (typeof FAULT_POINTS)[number];

const ON = 0.25;
const FIRES = 0.25;

/** BUGGIFY: a point is switched on in a quarter of all seeds and fires in a quarter of its chances. */
export class Faults {
  readonly fired: FaultPoint[] = [];
  #stopped = false;
  readonly #on: ReadonlySet<FaultPoint>;

  constructor(readonly chance: Chance) {
    this.#on = new Set(FAULT_POINTS.filter(() => chance() < ON));
  }

  /** Whether it goes wrong here, now. */
  at(point: FaultPoint, fires = FIRES): boolean {
    if (this.#stopped || !this.#on.has(point) || this.chance() >= fires) return false;
    this.fired.push(point);
    return true;
  }

  stop(): void {
    this.#stopped = true;
  }
}
