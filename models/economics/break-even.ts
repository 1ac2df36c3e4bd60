/**
 * The price of an intervention, for each client who takes it up, at which offering it neither gains nor loses:
 * what it saves elsewhere, and what the months it gives are worth, for each taker. 0 or below: at no price.
 *
 * @param otherCents change of all costs but the intervention's own; negative is saved
 * @param homeMonths change of months at home
 * @param takers expected number who take it up, > 0
 */
export function breakEvenPriceCents(
  { otherCents, homeMonths }: { readonly otherCents: number; readonly homeMonths: number },
  takers: number,
  worthPerHomeMonthCents: number,
): number {
  if (!(takers > 0)) throw new RangeError(`takers: expected > 0, got ${takers}`);
  return (homeMonths * worthPerHomeMonthCents - otherCents) / takers;
}

/**
 * The factor by which a client's rate of heavy service would have to be multiplied for an offer to be just
 * worth its price: the root of a net benefit that crosses 0 once between the bounds, by bisection of the
 * logarithm. Undefined where the benefit has the same sign at both bounds.
 */
export function breakEvenFactor(
  netBenefitCents: (factor: number) => number,
  [lowest, highest]: readonly [number, number] = [1 / 64, 64],
): number | undefined {
  let [low, high] = [Math.log(lowest), Math.log(highest)];
  const isWorthItHigh = netBenefitCents(highest) > 0;
  if (netBenefitCents(lowest) > 0 === isWorthItHigh) return undefined;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (netBenefitCents(Math.exp(middle)) > 0 === isWorthItHigh) high = middle;
    else low = middle;
  }
  return Math.exp((low + high) / 2);
}
