import type { FeeTier, ServiceDefinition } from './definition';
import { type Decide, decideInForm } from './documents';
import type { FormView } from './visibility';

export interface FeeDecision {
  /** Every tier that applies; several add up (a certified copy, and posting it). */
  readonly tiers: readonly FeeTier[];
  /** Whole taka to the government; null when not decidable. The counter's own charge is never in it. */
  readonly totalBdt: number | null;
  /** `needs-answers`: more answers may decide it. `not-stated`: the source gives no amount or no rule the engine can follow. */
  readonly reason: 'fixed' | 'tiers' | 'needs-answers' | 'not-stated';
}

/**
 * The government fee for these answers. A fee without tiers is `fee.bdt`. With tiers, those whose `appliesIf` holds add
 * up (`{all: []}` always holds); a tier without `appliesIf` cannot be decided. When none applies, `fee.bdt` stands.
 */
export function feeFor(view: FormView): FeeDecision {
  return feeBy(view.definition.fee, (rule) => decideInForm(rule, view));
}

/** The same for whoever decides rules in another way. */
export function feeBy({ bdt, tiers }: ServiceDefinition['fee'], decide: Decide): FeeDecision {
  if (tiers.length === 0) return fixed(bdt);
  const decided = tiers.map((tier) => (tier.appliesIf ? decide(tier.appliesIf) : null));
  const applying = tiers.filter((_, index) => decided[index] === true);
  if (decided.includes(undefined)) return { tiers: applying, totalBdt: null, reason: 'needs-answers' };
  if (decided.includes(null))
    return applying.length > 0 ? { tiers: applying, totalBdt: null, reason: 'not-stated' } : fixed(bdt);
  if (applying.length === 0) return fixed(bdt);
  const amounts = applying.map((tier) => tier.bdt);
  const totalBdt = amounts.reduce<number | null>(
    (sum, amount) => (sum === null || amount === null ? null : sum + amount),
    0,
  );
  return { tiers: applying, totalBdt, reason: totalBdt === null ? 'not-stated' : 'tiers' };
}

function fixed(bdt: number | null): FeeDecision {
  return { tiers: [], totalBdt: bdt, reason: bdt === null ? 'not-stated' : 'fixed' };
}
