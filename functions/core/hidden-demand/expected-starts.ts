import type { CheckUpPlan } from '../../../data-contracts/schemas/check-up-plan.ts';
import type { HiddenDemandRow } from '../../../data-contracts/schemas/hidden-demand.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { HiddenDemandSet } from '../ports/hidden-demand-store.ts';
import type { ScoreStore } from '../ports/score-store.ts';
import { smallestCell } from '../release/small-cells.ts';

/** Somebody whom the gate has released, and how likely it was that they are offered a check-up. */
export interface LikelyOffer extends Pick<HiddenDemandRow, 'client' | 'sources_used'> {
  readonly probabilityOffered: number;
}

/**
 * How many of those offered are expected to come to the outcome within each horizon, in whole people: over every way
 * in which the lots might have fallen, as other lots would tell people apart who are told as equals.
 * @returns null where they are too few to be told of, or somebody's estimate is of another day or rests on data
 * sources that the gate was not asked about
 */
export async function expectedStarts(
  scores: Pick<ScoreStore, 'describe' | 'explained'>,
  { landmarkOn }: Pick<HiddenDemandSet, 'landmarkOn'>,
  offers: readonly LikelyOffer[],
  { horizonsMonths }: Pick<Programme, 'horizonsMonths'>,
): Promise<CheckUpPlan['expectedStarts']> {
  const people = offers.reduce((sum, { probabilityOffered }) => sum + probabilityOffered, 0);
  if (Math.round(people) < smallestCell || (await scores.describe()).landmarkOn !== landmarkOn) return null;
  const known = await scores.explained(offers.map(({ client }) => client));
  const sums: [number, number] = [0, 0];
  for (const [place, score] of known.entries()) {
    const offer = offers[place]!;
    if (score?.sources_used !== offer.sources_used) return null;
    sums[0] += offer.probabilityOffered * score.probability_h1;
    sums[1] += offer.probabilityOffered * score.probability_h2;
  }
  return horizonsMonths.map((horizonMonths, at) => ({ horizonMonths, people: Math.round(sums[at]!) }));
}
