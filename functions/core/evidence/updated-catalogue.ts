import type {
  EffectEvidence,
  InterventionEvidence,
} from '../../../data-contracts/schemas/effect-evidence.ts';
import type { Intervention, RatioEffect } from '../../../data-contracts/schemas/intervention.ts';
import { logRatioOf, ratioWithInterval } from '../../../models/economics/effect-update.ts';
import { type SeenPeriod, updatedWaning } from '../../../models/economics/waning-update.ts';

/** A catalogue with each effect that lots have measured updated by them; everything else as it is. */
export function updatedCatalogue(
  catalogue: readonly Intervention[],
  evidence: EffectEvidence | undefined,
): Intervention[] {
  return catalogue.map((entry) => {
    const own = evidence?.interventions.find(({ intervention }) => intervention === entry.id);
    return own ? { ...entry, effects: entry.effects.map((effect) => updatedEffect(effect, own)) } : entry;
  });
}

/** The effect after what was seen of it; as it is where nothing was, or where it is known for certain. */
export function updatedEffect(
  effect: RatioEffect,
  { endpoint, lots, found }: InterventionEvidence,
): RatioEffect {
  const isKnown = effect.lower95 === effect.upper95;
  if (found.status !== 'estimated' || effect.endpoint !== endpoint || isKnown) return effect;
  const { offered, others, ofTakers, uptakeShare } = found;
  const prior = { ...logRatioOf(effect), halvesInMonths: effect.halvesInMonths };
  const now = updatedWaning(prior, seenPeriods(found), uptakeShare);
  return {
    ...effect,
    ...ratioWithInterval(now),
    ...(now.halvesInMonths === undefined ? {} : { halvesInMonths: Math.round(now.halvesInMonths * 10) / 10 }),
    updated: { lots, people: offered.people + others.people, outcomes: offered.outcomes + others.outcomes },
    source: `${effect.source}; updated by ${lots} lots of this county: ${ofTakers.ratio.toFixed(2)} (${ofTakers.lower95.toFixed(2)}–${ofTakers.upper95.toFixed(2)}) among takers on average over the time followed`,
  };
}

type Estimated = Extract<InterventionEvidence['found'], { status: 'estimated' }>;

/** What each period has shown; as one, lived through evenly, where evidence does not tell periods. */
function seenPeriods({ periods, offered, others, ofOffered }: Estimated): SeenPeriod[] {
  if (periods.length > 0)
    return periods.map(({ meanMonth, sdMonth, ofOffered: ratio }) => ({
      meanMonth,
      sdMonth,
      ofOffered: logRatioOf(ratio),
    }));
  const meanMonth = (offered.months + others.months) / (offered.people + others.people) / 2;
  return [{ meanMonth, sdMonth: meanMonth / Math.sqrt(3), ofOffered: logRatioOf(ofOffered) }];
}
