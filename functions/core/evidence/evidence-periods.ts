import type { EvidencePeriod } from '../../../data-contracts/schemas/effect-evidence.ts';
import { offeredRateRatio, ratioWithInterval } from '../../../models/economics/effect-update.ts';
import { smallestCell } from '../release/small-cells.ts';
import type { FollowedPerson } from './follow-drawn.ts';
import { lotOutcomes } from './lot-outcomes.ts';

/** Ends of periods fall on multiples of this. */
const gridMonths = 6;

type Sides = readonly [offered: readonly FollowedPerson[], others: readonly FollowedPerson[]];

/**
 * The ratio of rates in each stretch of follow-up: as short as the grid and five outcomes on either side allow, so that it
 * shows how an effect fades, and no count below five can be worked out.
 */
export function evidencePeriods(sides: Sides): EvidencePeriod[] {
  return cutsOf(sides).map(([fromMonth, toMonth]) => {
    const [offered, others] = sides.map((side) =>
      side.flatMap((person) => within(person, fromMonth, toMonth)),
    );
    return {
      fromMonth,
      toMonth,
      ...whenLived([...sides[0], ...sides[1]], fromMonth, toMonth),
      ofOffered: ratioWithInterval(offeredRateRatio(lotOutcomes(offered!, others!))),
    };
  });
}

/** From the first month on; what is left over at the end joins the last. */
function cutsOf(sides: Sides): [number, number][] {
  const last = Math.max(...sides.flat().map(({ months }) => months));
  const cuts: [number, number][] = [];
  let from = 0;
  for (let to = gridMonths; to < last + gridMonths; to += gridMonths) {
    if (!sides.every((side) => outcomesWithin(side, from, to) >= smallestCell)) continue;
    cuts.push([from, Math.min(to, last)]);
    from = to;
  }
  const end = cuts.at(-1);
  if (!end) return [[0, last]];
  end[1] = last;
  return cuts;
}

const outcomesWithin = (side: readonly FollowedPerson[], from: number, to: number) =>
  side.filter(({ hasOutcome, months }) => hasOutcome && from < months && months <= to).length;

/** What is seen of a person in a period; nothing of who is no longer followed. */
function within(person: FollowedPerson, from: number, to: number): FollowedPerson[] {
  const { months, hasOutcome } = person;
  if (months <= from) return [];
  return [{ ...person, months: Math.min(months, to) - from, hasOutcome: hasOutcome && months <= to }];
}

/** Mean and standard deviation of the month over all person-time. */
function whenLived(people: readonly FollowedPerson[], from: number, to: number) {
  let [time, first, second] = [0, 0, 0];
  for (const { months } of people) {
    const end = Math.min(months, to);
    if (end <= from) continue;
    time += end - from;
    first += (end * end - from * from) / 2;
    second += (end * end * end - from * from * from) / 3;
  }
  const meanMonth = first / time;
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    meanMonth: rounded(meanMonth),
    sdMonth: rounded(Math.sqrt(Math.max(0, second / time - meanMonth * meanMonth))),
  };
}
