import { drawsFor, shuffledPositions } from './random-draws.ts';

const purposes = { order: 101 };

/** Rows of some people, rising; a person's rows are all in or all out. */
function rowsOfPeople(person: Int32Array, isIn: (rank: number) => boolean, rank: Int32Array): Int32Array {
  const rows = new Int32Array(person.length);
  let count = 0;
  for (let row = 0; row < person.length; row++) if (isIn(rank[person[row]!]!)) rows[count++] = row;
  return rows.slice(0, count);
}

/** How many person numbers there may be: the highest plus one. */
export function peopleCount(person: Int32Array): number {
  let highest = -1;
  for (const one of person) if (one > highest) highest = one;
  return highest + 1;
}

/** The rows of each person number, rising. */
export function rowsByPerson(person: Int32Array): number[][] {
  const rowsOf: number[][] = Array.from({ length: peopleCount(person) }, () => []);
  person.forEach((one, row) => {
    rowsOf[one]!.push(row);
  });
  return rowsOf;
}

/**
 * At most `maximumRows` rows, whole persons drawn by lot.
 *
 * @param person row to person number, 0 … people − 1
 * @returns rows, rising
 */
export function sampleByPerson(person: Int32Array, maximumRows: number, seed: number): Int32Array {
  const people = peopleCount(person);
  const order = shuffledPositions(people, drawsFor(seed, purposes.order));
  const rowsOf = new Int32Array(people);
  for (const one of person) rowsOf[one]!++;
  const rank = new Int32Array(people);
  let [rows, taken] = [0, 0];
  while (taken < people && rows + rowsOf[order[taken]!]! <= maximumRows) rows += rowsOf[order[taken++]!]!;
  order.forEach((one, at) => {
    rank[one] = at;
  });
  return rowsOfPeople(person, (at) => at < taken, rank);
}

/** Rows to learn from and rows of other people to judge by. */
export interface InnerSplit {
  readonly learn: Int32Array;
  readonly judge: Int32Array;
}

/**
 * Splits by person: each split judges one part of the people, so that nobody is on both sides.
 *
 * @param parts into how many parts people are dealt, ≥ 2
 * @param splits how many of the parts are judged, 1 … parts
 */
export function splitsByPerson(
  person: Int32Array,
  parts: number,
  splits: number,
  seed: number,
): readonly InnerSplit[] {
  const rank = new Int32Array(peopleCount(person));
  shuffledPositions(rank.length, drawsFor(seed, purposes.order)).forEach((one, at) => {
    rank[one] = at;
  });
  return Array.from({ length: splits }, (_, part) => ({
    learn: rowsOfPeople(person, (at) => at % parts !== part, rank),
    judge: rowsOfPeople(person, (at) => at % parts === part, rank),
  }));
}
