import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { FollowedPerson } from '../../../functions/core/evidence/follow-drawn.ts';
import { ratioByMonth } from '../../../models/economics/waning-ratio.ts';

export const offer = 'home-rehabilitation';
const clientOf = (number: number) => number.toString(16).padStart(32, '0');
const months = 36;

/**
 * Lots of twenty equals, half of whom win; risk differs from lot to lot, and takers' hazard is `effect` times, which fades
 * where a half-life is told.
 */
export function drawnCounty(
  lots: number,
  effect: number,
  uptake: number,
  seed: number,
  halvesInMonths?: number,
): FollowedPerson[] {
  const random = xoroshiro128plus(seed);
  const chance = () => uniformFloat64(random);
  const ratios = ratioByMonth(months, { ratio: effect, halvesInMonths });
  return Array.from({ length: lots * 20 }, (_, number) => {
    const lot = Math.floor(number / 20);
    const isOffered = number % 2 === 0;
    const hasStarted = isOffered && chance() < uptake;
    const hazard = 0.004 + 0.02 * (lot / lots);
    const own = (ratio: number) => hazard * (hasStarted ? ratio : 1);
    const event =
      halvesInMonths === undefined
        ? Math.ceil(Math.log(1 - chance()) / Math.log(1 - own(effect)))
        : ratios.findIndex((ratio) => chance() < own(ratio)) + 1 || months + 1;
    return {
      lot: lot + 1,
      lotId: String(lot),
      client: clientOf(number),
      intervention: isOffered ? offer : null,
      landmarkOn: '2025-01-01',
      hasStarted,
      hasOutcome: event <= months,
      months: Math.min(event, months),
      sourcesUsed: 'primary-care',
    };
  });
}
