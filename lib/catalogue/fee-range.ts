import type { FeeRange } from '../contract/wire';
import type { ServiceDefinition } from '../forms/definition';

/** Lowest and highest government fee of a service in whole taka, over its tiers when it has any. */
export function feeRange(fee: ServiceDefinition['fee']): FeeRange {
  const amounts = fee.tiers.length > 0 ? fee.tiers.map((tier) => tier.bdt) : [fee.bdt];
  const known = amounts.filter((amount) => amount !== null);
  if (known.length === 0) return { kind: 'unknown' };
  const [from, to] = [Math.min(...known), Math.max(...known)];
  if (from !== to) return { kind: 'range', from, to };
  if (to > 0) return { kind: 'one', bdt: to };
  // "Free" only when every tier says so: an unknown tier may cost something.
  return known.length === amounts.length ? { kind: 'free' } : { kind: 'unknown' };
}
