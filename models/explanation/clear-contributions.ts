/** Contributions of some rows, with how far the model's parts agree which way each points. */
export interface AgreedContributions {
  readonly horizons: number;
  readonly groups: number;
  /** rows × horizons × groups, in probability */
  readonly contributions: Float64Array;
  /** Share of the model's parts that give the contribution the same sign, 0 … 1; same shape. */
  readonly agreement: Float64Array;
}

const clearShare = 0.95;
const leastRows = 20;
/** All parts, but for the rounding of their shares. */
const allParts = 1 - 1e-6;

/**
 * From which size on a group's contribution is clear: the smallest size such that of the sampled contributions
 * of at least that size, all parts of the model agree which way 95 % of them point. The parts have learnt from
 * the same people: whether another sample of people would say the same is not in it.
 *
 * @returns horizons × groups; null where there is no such size with twenty contributions
 */
export function clearContributions(given: AgreedContributions): (number | null)[][] {
  return Array.from({ length: given.horizons }, (_, horizon) =>
    Array.from({ length: given.groups }, (_, group) => clearFrom(given, horizon * given.groups + group)),
  );
}

function clearFrom({ horizons, groups, contributions, agreement }: AgreedContributions, column: number) {
  const sizes: { readonly size: number; readonly isAgreed: boolean }[] = [];
  for (let at = column; at < contributions.length; at += horizons * groups) {
    sizes.push({ size: Math.abs(contributions[at]!), isAgreed: agreement[at]! >= allParts });
  }
  sizes.sort((a, b) => b.size - a.size);
  let [agreed, from] = [0, null as number | null];
  sizes.forEach(({ size, isAgreed }, at) => {
    agreed += isAgreed ? 1 : 0;
    const isLastOfTied = sizes[at + 1]?.size !== size;
    if (isLastOfTied && at + 1 >= leastRows && agreed >= clearShare * (at + 1)) from = size;
  });
  return from;
}
