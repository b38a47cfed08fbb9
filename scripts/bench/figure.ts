/** One measured thing. `samples` has one number per try; a figure without `limit` is information. */
export interface Figure {
  readonly what: string;
  readonly samples: readonly number[];
  readonly unit: 'ms' | 's' | 'B' | '×' | '' | '/s';
  /** The median must not be above this. */
  readonly limit?: number;
  /** The median must not be below this. */
  readonly atLeast?: number;
}

/** One part of the report. */
export interface Part {
  readonly title: string;
  /** How it was measured, in one paragraph. */
  readonly how: string;
  readonly figures: readonly Figure[];
  /** What cannot be told in figures: markdown that stands below them. */
  readonly more?: string;
}

/** The value below which the share `q` (0 to 1) of the samples lies, between two neighbours in proportion. */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  if (low === undefined || high === undefined) throw new RangeError('a figure without samples');
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** undefined when the figure has no limit. */
export function isMet({ samples, limit, atLeast }: Figure): boolean | undefined {
  if (limit === undefined && atLeast === undefined) return undefined;
  const middle = median(samples);
  return middle <= (limit ?? Number.POSITIVE_INFINITY) && middle >= (atLeast ?? Number.NEGATIVE_INFINITY);
}

/** The bound of a figure in words, empty when it has none. */
export function boundOf({ limit, atLeast, unit }: Figure): string {
  if (limit !== undefined) return `≤ ${shown(limit, unit)}`;
  return atLeast === undefined ? '' : `≥ ${shown(atLeast, unit)}`;
}

/** A number with as many places as a person can use. */
export function shown(value: number, unit: Figure['unit']): string {
  const places = unit === '×' || unit === 's' ? 2 : unit === 'ms' && value < 100 ? 1 : 0;
  return `${value.toFixed(places)}${unit === '' || unit === '/s' || unit === '×' ? unit : ` ${unit}`}`;
}
