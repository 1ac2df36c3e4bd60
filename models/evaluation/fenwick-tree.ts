/** Sums of weights by rank under insertion: add and query in O(log n). Fenwick 1994. */
export class FenwickTree {
  readonly #sums: Float64Array;
  readonly #at: Float64Array;
  total = 0;

  constructor(ranks: number) {
    this.#sums = new Float64Array(ranks + 1);
    this.#at = new Float64Array(ranks);
  }

  add(rank: number, weight: number): void {
    this.total += weight;
    this.#at[rank]! += weight;
    for (let node = rank + 1; node < this.#sums.length; node += node & -node) this.#sums[node]! += weight;
  }

  /** Weight at exactly this rank. */
  at(rank: number): number {
    return this.#at[rank]!;
  }

  /** Weight at ranks below this one. */
  below(rank: number): number {
    let sum = 0;
    for (let node = rank; node > 0; node -= node & -node) sum += this.#sums[node]!;
    return sum;
  }
}
