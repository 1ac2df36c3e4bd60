import { sampleByPerson, splitsByPerson } from '../risk/people.ts';
import { type PredictorTable, pickPredictors } from '../risk/predictor-table.ts';
import { ChanceTrees } from './chance-trees.ts';

/** More rows than this teach no more that is worth the time; whole people are drawn. */
const mostTeachingRows = 120_000;

/** Who is like those who have something: what teaches it, and of whom it is asked. */
export interface Likeness {
  /** Only those predictors by which somebody may be found to be like them. */
  readonly table: PredictorTable;
  /** Row to person number, 0 … people − 1. */
  readonly person: Int32Array;
  /** Of each row, 1 where they have it. */
  readonly has: Uint8Array;
  readonly teaches: (row: number) => boolean;
  /** Rows, rising. */
  readonly asked: Int32Array;
}

/** The chances of those asked about, in their order, and what fits that did not see them say of their features. */
export interface CrossFitted {
  readonly chances: Float64Array;
  /**
   * @param of positions among those asked about, rising
   * @returns of the named features, positions × features, in logits
   */
  contributions(of: Int32Array): { readonly names: readonly string[]; readonly values: Float64Array };
}

/**
 * Of each row that is asked about, the chance of having something by all who are like them, learnt from the other
 * half of the people: nobody's own row tells what is said of them, so that whoever lacks it and looks like those who
 * have it stands out. The same rows and seed, the same chances.
 *
 * @source Elkan & Noto 2008, Learning classifiers from only positive and unlabeled data
 */
export function crossFitted({ table, person, has, teaches, asked }: Likeness, seed: number): CrossFitted {
  const chances = new Float64Array(asked.length);
  const taken = new Set(sampleByPerson(person, mostTeachingRows, seed));
  const halves = splitsByPerson(person, 2, 2, seed).map(({ learn, judge }) => {
    const rows = learn.filter((row) => taken.has(row) && teaches(row));
    const cases = Uint8Array.from(rows, (row) => has[row]!);
    const trees = new ChanceTrees(pickPredictors(table, rows), cases, seed);
    const judged = new Set(judge);
    const places = Int32Array.from([...asked.keys()].filter((place) => judged.has(asked[place]!)));
    const rowsOf = (some: Int32Array) =>
      pickPredictors(
        table,
        some.map((place) => asked[place]!),
      );
    trees.chances(rowsOf(places)).forEach((chance, at) => {
      chances[places[at]!] = chance;
    });
    return { trees, places: new Set(places), rowsOf };
  });
  return {
    chances,
    contributions: (of) => {
      const { names } = table;
      const width = names.length;
      const values = new Float64Array(of.length * width);
      for (const { trees, places, rowsOf } of halves) {
        const own = Int32Array.from([...of.keys()].filter((at) => places.has(of[at]!)));
        const found = trees.contributions(rowsOf(own.map((at) => of[at]!)));
        own.forEach((at, place) => {
          values.set(found.subarray(place * width, (place + 1) * width), at * width);
        });
      }
      return { names, values };
    },
  };
}
