import kept from './seeds.json';

/** A run that failed once. `path` is fast-check's, where there is one; `why` says what it found. */
export interface KeptSeed {
  readonly seed: number;
  readonly path?: string;
  readonly why: string;
}

/** Runs of a layer that failed once: each runs first, in every check, for ever. */
export function keptSeeds(layer: keyof typeof kept): readonly KeptSeed[] {
  return kept[layer];
}
