/**
 * For a quick try by hand: SETU_CUT_EVERY=20 takes every twentieth case. `usual` is taken where that is not set; which of so many
 * begins changes with the day, so that every case comes round.
 */
export function everyNth<T>(cases: readonly T[], usual = 1): T[] {
  const n = Number(process.env.SETU_CUT_EVERY) || usual;
  const first = Math.floor(Date.now() / 86_400_000) % n;
  return cases.filter((_, index) => index % n === first);
}
