import type { InterventionEvidence } from '../../../data-contracts/schemas/effect-evidence.ts';
import {
  offeredRateRatio,
  ratioWithInterval,
  takersRateRatio,
} from '../../../models/economics/effect-update.ts';
import { smallestCell } from '../release/small-cells.ts';
import { evidencePeriods } from './evidence-periods.ts';
import type { FollowedPerson } from './follow-drawn.ts';
import { armOf, lotOutcomes } from './lot-outcomes.ts';

type Found = InterventionEvidence['found'];

/**
 * The effect of an intervention on those who take it up, from lots alone: within each, those who drew it beside
 * those who drew nothing. Who of them was reached, declined or started changes no side: they stay as drawn, and the
 * share who started turns the ratio among the offered into the takers'.
 * @param people everyone in the lots in which the intervention was drawn
 */
export function estimateEffect(intervention: string, people: readonly FollowedPerson[]): Found {
  const offered = people.filter((person) => person.intervention === intervention);
  const others = people.filter((person) => person.intervention === null);
  const arms = { offered: armOf(offered), others: armOf(others) };
  const isSmall = Object.values(arms).some((arm) => Math.min(arm.people, arm.outcomes) < smallestCell);
  if (isSmall) return { status: 'too-few' };
  const started = offered.filter(({ hasStarted }) => hasStarted).length;
  if (started < smallestCell) return { status: 'nobody-took-it-up' };
  const ofOffered = offeredRateRatio(lotOutcomes(offered, others));
  const uptakeShare = started / offered.length;
  if (1 - Math.exp(ofOffered.logRatio) >= uptakeShare) return { status: 'not-explained-by-takers' };
  const ofTakers = takersRateRatio(ofOffered, uptakeShare);
  return {
    status: 'estimated',
    ...arms,
    uptakeShare,
    ofOffered: ratioWithInterval(ofOffered),
    ofTakers: ratioWithInterval(ofTakers),
    periods: evidencePeriods([offered, others]),
  };
}
