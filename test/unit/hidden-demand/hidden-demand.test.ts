import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareWithLess } from '../../../models/hidden-demand/among-peers.ts';
import { ChanceTrees } from '../../../models/hidden-demand/chance-trees.ts';
import { crossFitted } from '../../../models/hidden-demand/cross-fitted.ts';
import { hiddenDemand } from '../../../models/hidden-demand/hidden-demand.ts';
import { madePeople, rule } from './made-people.ts';

const people = madePeople(3000, 4);
const { predictors } = people;
const column = (name: string) => predictors.columns[predictors.names.indexOf(name)]!;
const found = hiddenDemand(people, rule);
const shareOf = (truth: Uint8Array, rows: ArrayLike<number>) =>
  Array.from(rows).reduce((sum, row) => sum + truth[row]!, 0) / rows.length;
const strongest = (figures: Float64Array, count: number) =>
  [...found.rows.keys()]
    .filter((place) => !Number.isNaN(figures[place]))
    .sort((one, other) => figures[other]! - figures[one]!)
    .slice(0, count)
    .map((place) => found.rows[place]!);

describe('trees of a chance', () => {
  const by = { names: ['age', 'falls'], rows: predictors.rows, columns: [column('age'), column('falls')] };
  const has = Uint8Array.from(column('has_service'));
  const trees = new ChanceTrees(by, has, 1);

  it('give back how common a yes is, and the same bytes for the same seed', () => {
    const chances = trees.chances(by);
    const mean = chances.reduce((sum, one) => sum + one, 0) / chances.length;
    expect(mean).toBeCloseTo(shareOf(has, Array.from(has.keys())), 2);
    expect(new ChanceTrees(by, has, 1).chances(by)).toEqual(chances);
    expect(new ChanceTrees(by, has, 2).chances(by)).not.toEqual(chances);
  });

  it('split a logit into contributions that add up to its difference from the mean person', () => {
    const chances = trees.chances(by);
    const parts = trees.contributions(by);
    const logit = (chance: number) => Math.log(chance / (1 - chance));
    const start = logit(chances[0]!) - parts[0]! - parts[1]!;
    for (let row = 0; row < 200; row++)
      expect(start + parts[2 * row]! + parts[2 * row + 1]!).toBeCloseTo(logit(chances[row]!), 3);
  });
});

describe('cross-fitting', () => {
  it('tells nobody by their own row: what somebody has changes nothing that is said of them', () => {
    const has = Uint8Array.from(column('has_diagnosis'));
    const table = {
      names: ['age', 'falls'],
      rows: predictors.rows,
      columns: [column('age'), column('falls')],
    };
    const asked = Int32Array.from(has.keys());
    const ask = (of: Uint8Array) =>
      crossFitted({ table, person: people.person, has: of, teaches: () => true, asked }, 3).chances;
    const chances = ask(has);
    const changed = ask(has.map((one, row) => (row === 17 ? 1 - one : one)));
    expect(changed[17]).toBe(chances[17]);
    expect(changed).not.toEqual(chances);
  });
});

describe('a place among peers of like need', () => {
  it('is above 0 and at most 1, averages a half, and is lower for less', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(amounts, (list) => {
        const shares = shareWithLess(Float64Array.from(list), new Float64Array(list.length), 1000);
        const mean = shares.reduce((sum, share) => sum + share, 0) / list.length;
        expect(mean).toBeCloseTo((list.length + 1) / (2 * list.length), 9);
        shares.forEach((share, one) => {
          expect(share > 0 && share <= 1).toBe(true);
          shares.forEach((other, at) => {
            if (list[one]! < list[at]!) expect(share).toBeLessThan(other);
          });
        });
      }),
    );
  });

  it('compares with those of like need alone', () => {
    const need = Float64Array.of(0, 0, 0, 1, 1, 1);
    expect([...shareWithLess(Float64Array.of(1, 2, 3, 10, 20, 30), need, 3)]).toEqual(
      [1, 2, 3, 1, 2, 3].map((place) => place / 3),
    );
  });
});

describe('hidden demand', () => {
  it('is looked for among people without service alone, at the landmark asked about', () => {
    expect([...found.rows].every((row) => column('has_service')[row] === 0)).toBe(true);
    const half = hiddenDemand({ ...people, isAsked: (row) => row < 1500 }, rule);
    expect(half.rows.every((row) => row < 1500)).toBe(true);
    expect(half.rows.length).toBeGreaterThan(500);
  });

  it('finds the undiagnosed by signs, many times as often as there are', () => {
    const truth = people.isUndiagnosed;
    expect(shareOf(truth, strongest(found.signs, 50))).toBeGreaterThan(5 * shareOf(truth, found.rows));
    found.rows.forEach((row, place) => {
      expect(Number.isNaN(found.signs[place])).toBe(column('has_diagnosis')[row] === 1);
      if (column('has_diagnosis')[row] === 1) expect(found.hasSigns[place]).toBeUndefined();
    });
  });

  it('finds who keeps away though in need by few contacts, and not the healthy who need none', () => {
    const few = [...found.rows].filter((_, place) => found.hasFewContacts[place] !== undefined);
    expect(few.length).toBeGreaterThan(10);
    expect(shareOf(people.avoidsInNeed, few)).toBeGreaterThan(10 * shareOf(people.avoidsInNeed, found.rows));
    found.rows.forEach((_, place) => {
      if (found.hasFewContacts[place])
        expect(found.contactShare[place]).toBeLessThanOrEqual(rule.lowestShare);
    });
  });

  it('is the same whatever the predictors say that follow from the diagnosis', () => {
    const columns = predictors.columns.map((values, at) =>
      predictors.names[at] === 'months_since_diagnosis' ? values.map(() => 3) : values,
    );
    expect(hiddenDemand({ ...people, predictors: { ...predictors, columns } }, rule)).toEqual({
      ...found,
      signContributions: expect.any(Function),
    });
  });

  it('is the same for the same seed, and clear in part', () => {
    const again = hiddenDemand(people, rule);
    expect(again.signs).toEqual(found.signs);
    expect(again.hasSigns).toEqual(found.hasSigns);
    expect(new Set(found.hasSigns)).toEqual(new Set(['clear', 'uncertain', undefined]));
  });

  it('names what speaks for the signs: features that add up, of people who did not teach it', () => {
    const place = [...found.rows.keys()].find((at) => found.hasSigns[at] === 'clear')!;
    const { names, values } = found.signContributions(Int32Array.of(place));
    const of = (name: string) => values[names.indexOf(name)] ?? 0;
    expect(of('age') + of('falls')).toBeGreaterThan(Math.abs(of('contacts') + of('emergency')));
  });
});
