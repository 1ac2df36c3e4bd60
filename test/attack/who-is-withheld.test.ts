import { describe, expect, it } from 'vitest';
import {
  type AgeBand,
  ageBand,
  ageBands,
  bandBeginnings,
  bandEnds,
} from '../../data-contracts/vocabularies/age-bands.ts';
import { advantage, told } from './advantage.ts';
import { attackedCounty, type Person, peopleOf } from './attacked-county.ts';

/** A filter and a threshold, as a planner asks. */
interface Question {
  readonly municipalities?: readonly string[];
  readonly fromAgeYears?: number;
  readonly toAgeYears?: number;
  readonly thresholdProbability: number;
}

/** Everything an answer tells beside its rows; undefined: the question was refused. */
interface Told {
  readonly byReason: Readonly<Record<string, number>>;
  readonly total: number;
}

type Ask = (question: Question) => Promise<Told | undefined>;

/** Counts that are not told may be any of one to four; the attacker takes two. */
const numberOf = (count: number | 'suppressed') => (count === 'suppressed' ? 2 : count);

interface Guess {
  readonly reason: string;
  readonly ageYears: number;
  readonly probability: number;
}

/** Whom the attacker wants to know of: somebody withheld, of whom the place and the band of ages are known. */
type Known = Pick<Person, 'municipality'> & { readonly band: AgeBand };

const edges = (band: AgeBand) => {
  const { fromYears } = ageBands[band];
  const ends = bandEnds.find((end) => end >= fromYears);
  return { fromAgeYears: fromYears, ...(ends !== undefined && { toAgeYears: ends }) };
};

/**
 * Reads back what it can: narrows to the victim's cell, bisects the threshold on how many of it are withheld, and the
 * age on the first year from which they are; what does not move tells nothing, and the published guess stands.
 */
async function attack(ask: Ask, { municipality, band }: Known, published: Guess): Promise<Guess> {
  const cell = { municipalities: [municipality], ...edges(band) };
  const at = async (thresholdProbability: number) =>
    (await ask({ ...cell, thresholdProbability })) ?? (await ask({ ...edges(band), thresholdProbability }));
  const [whole, inCell] = [await ask({ thresholdProbability: 0 }), await at(0)];
  const shares = Object.entries(inCell?.byReason ?? {}).map(([reason, count]) => ({
    reason,
    excess:
      count / Math.max(1, inCell!.total) - (whole?.byReason[reason] ?? 0) / Math.max(1, whole?.total ?? 1),
  }));
  const best = shares.sort((one, other) => other.excess - one.excess)[0];
  const reason = best && best.excess > 0.01 ? best.reason : published.reason;
  const none = await at(1);
  let [low, high] = [0, 1];
  if (inCell && none && inCell.total !== none.total)
    for (let step = 0; step < 7; step += 1) {
      const middle = Math.round(((low + high) / 2) * 100) / 100;
      const told = await at(middle);
      if (told && told.total > none.total) low = middle;
      else high = middle;
    }
  const probability = low === 0 && high === 1 ? published.probability : (low + high) / 2;
  let { ageYears } = published;
  const { fromAgeYears, toAgeYears = 100 } = edges(band);
  for (let year = fromAgeYears; year <= toAgeYears; year += 1) {
    const narrowed = await ask({ ...cell, fromAgeYears: year, toAgeYears: year, thresholdProbability: 0 });
    if (narrowed && narrowed.total > 0) ageYears = year;
  }
  return { reason, ageYears, probability };
}

const people = peopleOf(1, 3_000);
const victims = people.filter(({ withheldBy }) => withheldBy);
const mostOf = <Value>(values: readonly Value[]): Value => {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]![0];
};

/** Whether nobody else of the same place and band is withheld. */
const isAlone = (one: Person) =>
  victims.filter(
    ({ municipality, ageYears }) =>
      municipality === one.municipality && ageBand(ageYears) === ageBand(one.ageYears),
  ).length === 1;

/** What the published statistics let anybody guess of somebody of a band: the commonest reason, age and probability. */
function publishedOf(band: AgeBand): Guess {
  const alike = people.filter(({ ageYears }) => ageBand(ageYears) === band);
  return {
    reason: mostOf(victims.map(({ withheldBy }) => withheldBy!)),
    ageYears: mostOf(alike.map(({ ageYears }) => Math.floor(ageYears))),
    probability: mostOf(alike.map(({ probability }) => Math.round(probability * 100) / 100)),
  };
}

async function advantages(ask: Ask, those: readonly Person[]) {
  const pairs = { reason: [], ageYears: [], probability: [] } as Record<
    keyof Guess,
    { attacker: boolean; baseline: boolean }[]
  >;
  for (const { municipality, ageYears, probability, withheldBy } of those) {
    const band = ageBand(ageYears);
    const published = publishedOf(band);
    const guess = await attack(ask, { municipality, band }, published);
    const isRight = (one: Guess) => ({
      reason: one.reason === withheldBy,
      ageYears: one.ageYears === Math.floor(ageYears),
      probability: Math.abs(one.probability - probability) <= 0.005,
    });
    const [attacker, baseline] = [isRight(guess), isRight(published)];
    for (const what of Object.keys(pairs) as (keyof Guess)[])
      pairs[what].push({ attacker: attacker[what], baseline: baseline[what] });
  }
  return {
    reason: advantage(pairs.reason),
    ageYears: advantage(pairs.ageYears),
    probability: advantage(pairs.probability),
  };
}

describe('of somebody withheld, an attacker with a thousand questions', () => {
  it('guesses the reason, the year of age and the probability no better than the published statistics do', async () => {
    const county = await attackedCounty(people);
    let asked = 0;
    const ask: Ask = async (question) => {
      asked += 1;
      const body = { programme: 'older-people', horizonMonths: 12, reasonsShown: 0, ...question };
      const { status, content } = await county.ask('/cohorts', body);
      if (status !== 200) return undefined;
      const counts = content.withheld.byReason as { reason: string; count: number | 'suppressed' }[];
      const byReason = Object.fromEntries(counts.map(({ reason, count }) => [reason, numberOf(count)]));
      return { byReason, total: Object.values(byReason).reduce((sum, count) => sum + count, 0) };
    };
    // every municipality, band and tenth first: what any of it moves would be seen below
    const seen = new Set<string>();
    for (const municipality of new Set(people.map((person) => person.municipality)))
      for (const fromAgeYears of bandBeginnings.slice(1))
        for (let tenth = 0; tenth <= 9; tenth += 1) {
          const answer = await ask({
            municipalities: [municipality],
            fromAgeYears,
            thresholdProbability: tenth / 10,
          });
          if (answer) seen.add(JSON.stringify(answer));
        }
    expect(seen.size).toBe(1);
    const found = await advantages(ask, victims.slice(0, 40));
    expect(asked).toBeGreaterThanOrEqual(1_000);
    for (const [what, figure] of Object.entries(found)) {
      told(`advantage of ${asked} questions, ${what} of somebody withheld`, figure);
      expect(figure.upper, what).toBeLessThanOrEqual(0.05);
    }
  });

  it('would read all of it from answers that tell of the filter and the threshold', async () => {
    const leaky: Ask = async ({
      municipalities,
      fromAgeYears = 0,
      toAgeYears = 200,
      thresholdProbability,
    }) => {
      const withheld = victims.filter(
        ({ municipality, ageYears, probability }) =>
          (!municipalities || municipalities.includes(municipality)) &&
          ageYears >= fromAgeYears &&
          ageYears < toAgeYears + 1 &&
          probability >= thresholdProbability,
      );
      const byReason: Record<string, number> = {};
      for (const { withheldBy } of withheld) byReason[withheldBy!] = (byReason[withheldBy!] ?? 0) + 1;
      return { byReason, total: withheld.length };
    };
    const found = await advantages(leaky, victims.filter(isAlone));
    for (const figure of Object.values(found)) expect(figure.lower).toBeGreaterThan(0.05);
  });
});
