import { Matrix } from 'ml-matrix';
import type { ScarceThings } from './scarce-things.ts';

/** The smoothed dual at some prices, over some of the clients, scaled up to all. */
export interface SmoothedDual {
  readonly height: number;
  /** What is left of each thing. */
  readonly slope: Float64Array;
  readonly curvature: Matrix;
}

/** Options this many smoothings below the best have no share that counts. */
const farBelow = 30;

/**
 * Σ_r limit_r p_r + Σ_i s ln(1 + Σ_j e^{r_ij / s}) with its first and second derivatives by p, over every
 * so-manieth of the different clients, each as often as there are equals. A client's options have shares
 * x_j = e^{r_ij/s} / (1 + Σ e^{r/s}); the slope is what the shares leave of each thing, the curvature the
 * covariance of their use, over s.
 *
 * @param prices one a scarce thing, scaled, ≥ 0
 * @param smoothing s > 0, in mean benefits
 * @param every 1 = all clients
 */
export function smoothedDual(
  things: ScarceThings,
  prices: Float64Array,
  smoothing: number,
  every: number,
): SmoothedDual {
  const { limit, different, equals, problem } = things;
  const use = new OptionsInUse(things, prices, smoothing);
  let counted = 0;
  for (let at = every >> 1; at < different.length; at += every) {
    use.add(different[at]!, equals[at]!);
    counted += equals[at]!;
  }
  const scale = problem.clients / counted;
  const height = limit.reduce((sum, amount, at) => sum + amount * prices[at]!, use.value * scale);
  const slope = limit.map((amount, at) => amount - use.mean[at]! * scale);
  const sums = Matrix.from1DArray(limit.length, limit.length, use.covariance);
  return { height, slope, curvature: sums.mul(scale / smoothing) };
}

/** Sums over clients of the value, the mean use and the covariance of use; arrays are made once. */
export class OptionsInUse {
  value = 0;
  #equals = 1;
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  readonly #things: ScarceThings;
  readonly #prices: Float64Array;
  readonly #smoothing: number;
  readonly #priced: Float64Array;
  readonly #share: Float64Array;
  readonly #ownMean: Float64Array;
  /** Positions of the budget and of the client's floors. */
  readonly #ownFloors: Int32Array;
  readonly #touched: Int32Array;

  constructor(things: ScarceThings, prices: Float64Array, smoothing: number) {
    const { limit, problem, floorAt } = things;
    this.#things = things;
    this.#prices = prices;
    this.#smoothing = smoothing;
    this.mean = new Float64Array(limit.length);
    this.covariance = new Float64Array(limit.length * limit.length);
    this.#priced = new Float64Array(problem.interventions);
    this.#share = new Float64Array(problem.interventions);
    this.#ownMean = new Float64Array(limit.length);
    this.#ownFloors = new Int32Array(floorAt.length);
    this.#touched = new Int32Array(problem.interventions + floorAt.length + 1);
  }

  /** Shares x_j of the client's options at the prices; the array is used again. */
  shares(client: number): Float64Array {
    this.#shareOut(this.#price(client, this.#findFloors(client)));
    return this.#share;
  }

  add(client: number, equals: number): void {
    this.#equals = equals;
    const floors = this.#findFloors(client);
    const top = this.#price(client, floors);
    const alone = this.#shareOut(top);
    if (alone) this.#addAlone(client, top, floors);
    else this.#addShared(client, floors);
  }

  /** Positions of the floors of the client's groups; how many. */
  #findFloors(client: number): number {
    const { floorAt, problem } = this.#things;
    let found = 0;
    for (let floor = 0; floor < floorAt.length; floor++) {
      const group = problem.floors![floor]!.groupOf[client]!;
      const at = group < 0 ? -1 : floorAt[floor]![group]!;
      if (at >= 0) this.#ownFloors[found++] = at;
    }
    return found;
  }

  /** Priced benefits of the client's options; the highest, 0 for none. */
  #price(client: number, floors: number): number {
    const { problem, benefitUnit, costUnit, budgetAt, placeAt } = this.#things;
    const { interventions, benefit } = problem;
    const perCost = budgetAt < 0 ? 0 : this.#prices[budgetAt]! / costUnit;
    let bonus = 0;
    for (let at = 0; at < floors; at++) bonus += this.#prices[this.#ownFloors[at]!]!;
    let top = 0;
    for (let j = 0, cell = client * interventions; j < interventions; j++, cell++) {
      const place = placeAt[j]!;
      const price = perCost * this.#costCents(cell, j) + (place < 0 ? 0 : this.#prices[place]!);
      const priced = benefit[cell]! / benefitUnit + bonus - price;
      this.#priced[j] = priced;
      if (priced > top) top = priced;
    }
    return top;
  }

  #costCents(cell: number, j: number): number {
    const { costCents, benefit } = this.#things.problem;
    return costCents[costCents.length === benefit.length ? cell : j]!;
  }

  /** Shares of the options; whether only one of them, or none, is near the top. Adds the client's value. */
  #shareOut(top: number): boolean {
    const cut = top - farBelow * this.#smoothing;
    let [total, near] = [0, 0];
    if (cut < 0) [total, near] = [Math.exp(-top / this.#smoothing), 1];
    for (let j = 0; j < this.#priced.length; j++) {
      const isNear = this.#priced[j]! > cut;
      const weight = isNear ? Math.exp((this.#priced[j]! - top) / this.#smoothing) : 0;
      this.#share[j] = weight;
      if (!isNear) continue;
      total += weight;
      near++;
    }
    this.value += this.#equals * (top + this.#smoothing * Math.log(total));
    if (near === 1) return true;
    for (let j = 0; j < this.#share.length; j++) this.#share[j]! /= total;
    return false;
  }

  #addAlone(client: number, top: number, floors: number): void {
    if (top === 0) return;
    const { problem, budgetAt, placeAt, costUnit } = this.#things;
    const j = this.#share.indexOf(1);
    if (budgetAt >= 0) {
      const cost = this.#costCents(client * problem.interventions + j, j) / costUnit;
      this.mean[budgetAt]! += this.#equals * cost;
    }
    if (placeAt[j]! >= 0) this.mean[placeAt[j]!]! += this.#equals;
    for (let at = 0; at < floors; at++) this.mean[this.#ownFloors[at]!]! -= this.#equals;
  }

  #addShared(client: number, floors: number): void {
    const { problem, budgetAt, placeAt, costUnit } = this.#things;
    const size = this.mean.length;
    let [touched, served, firstCell] = [0, 0, client * problem.interventions];
    if (budgetAt >= 0) this.#touched[touched++] = budgetAt;
    for (let j = 0; j < placeAt.length; j++) {
      const share = this.#share[j]!;
      if (share === 0) continue;
      served += share;
      const [place, cost] = [placeAt[j]!, this.#costCents(firstCell + j, j) / costUnit];
      if (budgetAt >= 0) {
        this.#ownMean[budgetAt]! += share * cost;
        this.covariance[budgetAt * size + budgetAt]! += this.#equals * share * cost * cost;
      }
      if (place < 0) continue;
      this.#touched[touched++] = place;
      this.#ownMean[place] = share;
      this.#addPair(place, place, share / 2);
      if (budgetAt >= 0) this.#addPair(budgetAt, place, share * cost);
      for (let at = 0; at < floors; at++) this.#addPair(this.#ownFloors[at]!, place, -share);
    }
    const meanCost = budgetAt < 0 ? 0 : this.#ownMean[budgetAt]!;
    for (let a = 0; a < floors; a++) {
      const at = this.#ownFloors[a]!;
      this.#touched[touched++] = at;
      this.#ownMean[at] = -served;
      if (budgetAt >= 0) this.#addPair(budgetAt, at, -meanCost);
      for (let b = 0; b <= a; b++) this.#addPair(at, this.#ownFloors[b]!, a === b ? served / 2 : served);
    }
    this.#settle(touched);
  }

  #addPair(a: number, b: number, amount: number): void {
    const size = this.mean.length;
    this.covariance[a * size + b]! += this.#equals * amount;
    this.covariance[b * size + a]! += this.#equals * amount;
  }

  /** Takes the products of the client's means off, and clears them for the next. */
  #settle(touched: number): void {
    const size = this.mean.length;
    for (let a = 0; a < touched; a++) {
      const at = this.#touched[a]!;
      const own = this.#ownMean[at]!;
      this.mean[at]! += this.#equals * own;
      for (let b = 0; b < touched; b++) {
        const other = this.#touched[b]!;
        this.covariance[at * size + other]! -= this.#equals * (own * this.#ownMean[other]!);
      }
    }
    for (let a = 0; a < touched; a++) this.#ownMean[this.#touched[a]!] = 0;
  }
}
