import type { Change } from '../contract/wire';
import type { CaseState } from './item';

/** The stored form of a change that came with an answer of `epoch`. */
export function caseFromChange(change: Change, epoch: string): CaseState {
  return { v: 1, epoch, ...change };
}

/**
 * Whether an incoming state replaces the known one: later in the same epoch, or of another epoch, because a restored
 * server counts on from an older number and its word is the one that holds.
 */
export function isNewerCase(known: CaseState | undefined, incoming: CaseState): boolean {
  return known === undefined || known.epoch !== incoming.epoch || known.seq < incoming.seq;
}
