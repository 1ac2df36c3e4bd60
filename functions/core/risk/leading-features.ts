import {
  type FeatureGroup,
  type FeatureId,
  features,
} from '../../../data-contracts/vocabularies/features.ts';
import { reasonLimits } from '../../../data-contracts/vocabularies/reason-limits.ts';
import { PublishedByEarlierVersion } from '../require-current.ts';

/** A group of features that moves an estimate, and the feature of it that acts. */
export interface LeadingFeature {
  readonly group: FeatureGroup;
  /** The sum of the group's features, in probability. */
  readonly contribution: number;
  /** The one that takes the probability furthest where the group takes it. */
  readonly feature: FeatureId;
}

/**
 * Groups that move an estimate by enough to be a reason, in no order.
 *
 * @param contributions in probability, by feature
 * @throws PublishedByEarlierVersion when a feature is none of today’s
 */
export function leadingFeatures(
  contributions: Readonly<Record<string, number>>,
  estimate: number,
): LeadingFeature[] {
  const { leastContribution, leastShareOfEstimate } = reasonLimits;
  const least = Math.max(leastContribution, leastShareOfEstimate * estimate);
  return groupsIn(contributions)
    .filter(({ contribution }) => Math.abs(contribution) >= least)
    .map(({ parts, ...group }) => {
      const sign = Math.sign(group.contribution);
      const [feature] = parts.reduce((most, part) => (sign * part[1] > sign * most[1] ? part : most));
      return { ...group, feature };
    });
}

type Part = readonly [feature: FeatureId, contribution: number];

/** Contributions by group, each group's in the order of their names. */
function groupsIn(contributions: Readonly<Record<string, number>>) {
  const groups = new Map<FeatureGroup, [Part, ...Part[]]>();
  for (const name of Object.keys(contributions).sort()) {
    if (!(name in features)) throw new PublishedByEarlierVersion('scores');
    const feature = name as FeatureId;
    const { group } = features[feature];
    const part: Part = [feature, contributions[name]!];
    const known = groups.get(group);
    if (known) known.push(part);
    else groups.set(group, [part]);
  }
  return [...groups].map(([group, parts]) => ({
    group,
    contribution: parts.reduce((sum, [, part]) => sum + part, 0),
    parts,
  }));
}
