import { z } from 'zod';

/** Age bands of lists and fairness reports, with the first whole year of age of each; rising. */
export const ageBands = {
  'under-65': { fromYears: 0, fi: 'alle 65 v', sv: 'under 65 år', en: 'under 65' },
  '65-74': { fromYears: 65, fi: '65–74 v', sv: '65–74 år', en: '65–74' },
  '75-79': { fromYears: 75, fi: '75–79 v', sv: '75–79 år', en: '75–79' },
  '80-84': { fromYears: 80, fi: '80–84 v', sv: '80–84 år', en: '80–84' },
  '85-89': { fromYears: 85, fi: '85–89 v', sv: '85–89 år', en: '85–89' },
  '90+': { fromYears: 90, fi: '90+ v', sv: '90+ år', en: '90+' },
} as const;

export type AgeBand = keyof typeof ageBands;
export const AgeBand = z.enum(Object.keys(ageBands) as [AgeBand, ...AgeBand[]]);

const falling = (Object.keys(ageBands) as AgeBand[]).reverse();

/**
 * The band of an age: the last whose first year has been reached.
 * @param ageYears whole or fractional years, 0 or more
 * @throws RangeError when the age is below 0 or not a number
 * @example ageBand(84.9) // '80-84'
 */
export function ageBand(ageYears: number): AgeBand {
  const band = falling.find((candidate) => ageYears >= ageBands[candidate].fromYears);
  if (band === undefined) throw new RangeError(`age: expected 0 years or more, got ${ageYears}`);
  return band;
}

/** The whole years at which a band begins, and those in which one ends; rising. The last band has no end. */
export const bandBeginnings: readonly number[] = Object.values(ageBands).map(({ fromYears }) => fromYears);
export const bandEnds: readonly number[] = bandBeginnings.slice(1).map((fromYears) => fromYears - 1);
