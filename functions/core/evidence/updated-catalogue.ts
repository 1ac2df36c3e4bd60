import type {
  EffectEvidence,
  InterventionEvidence,
} from '../../../data-contracts/schemas/effect-evidence.ts';
import type { Intervention, RatioEffect } from '../../../data-contracts/schemas/intervention.ts';
import { logRatioOf, ratioWithInterval, updatedRatio } from '../../../models/economics/effect-update.ts';

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
  const { offered, others, ofTakers } = found;
  return {
    ...effect,
    ...ratioWithInterval(updatedRatio(logRatioOf(effect), logRatioOf(ofTakers))),
    updated: { lots, people: offered.people + others.people, outcomes: offered.outcomes + others.outcomes },
    source: `${effect.source}; updated by ${lots} lots of this county: ${ofTakers.ratio.toFixed(2)} (${ofTakers.lower95.toFixed(2)}–${ofTakers.upper95.toFixed(2)}) among takers`,
  };
}
