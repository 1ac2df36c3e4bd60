import type { LotOutcome } from '../../../models/economics/effect-update.ts';
import type { FollowedPerson } from './follow-drawn.ts';

/** How many people, and how they fared together. */
export const armOf = (people: readonly FollowedPerson[]) => ({
  people: people.length,
  outcomes: people.filter(({ hasOutcome }) => hasOutcome).length,
  months: people.reduce((sum, { months }) => sum + months, 0),
});

/** What happened in each lot to those offered and to the others. */
export function lotOutcomes(
  offered: readonly FollowedPerson[],
  others: readonly FollowedPerson[],
): LotOutcome[] {
  const lots = new Map<string, { offered: FollowedPerson[]; others: FollowedPerson[] }>();
  for (const [side, people] of [['offered', offered] as const, ['others', others] as const]) {
    for (const person of people) {
      const lot = lots.get(person.lotId) ?? { offered: [], others: [] };
      lot[side].push(person);
      lots.set(person.lotId, lot);
    }
  }
  return [...lots.values()].map((lot) => {
    const [one, other] = [armOf(lot.offered), armOf(lot.others)];
    return {
      offeredEvents: one.outcomes,
      offeredMonths: one.months,
      othersEvents: other.outcomes,
      othersMonths: other.months,
    };
  });
}
