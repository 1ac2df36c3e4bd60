import { contributionsOfGroups } from '../risk/explanation.ts';

/** Contributions of features, and the group of each. */
export interface GroupedContributions {
  /** Rows × horizons × features, in probability. */
  readonly contributions: Float64Array;
  readonly featureNames: readonly string[];
  /** Feature name to its group. */
  readonly groups: Readonly<Record<string, string>>;
}

/** Rows × horizons × the groups named, in their order; what is of another group is left out. */
export function contributionsTo(
  groupNames: readonly string[],
  { contributions, featureNames, groups }: GroupedContributions,
): Float64Array {
  const all = [...groupNames, ...new Set(Object.values(groups).filter((one) => !groupNames.includes(one)))];
  const groupOfFeature = featureNames.map((name) => all.indexOf(groups[name]!));
  const sums = contributionsOfGroups(contributions, groupOfFeature, all.length);
  return sums.filter((_, at) => at % all.length < groupNames.length);
}
