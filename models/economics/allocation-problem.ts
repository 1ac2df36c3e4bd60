/** A floor in one dimension, such as municipality or language: at least so many served of each group. */
export interface FairnessFloor {
  /** Group of each client, 0 … groups − 1; −1 = in no group. */
  readonly groupOf: ArrayLike<number>;
  /** Least number of clients served of each group, whole, ≥ 0. */
  readonly atLeast: ArrayLike<number>;
}

/** Who could get which intervention, what it gives and costs, and what there is to give. */
export interface AllocationProblem {
  readonly clients: number;
  /** 1 … 127. */
  readonly interventions: number;
  /**
   * What the client gains by the intervention, beside none: net benefit, or months at home. clients ×
   * interventions, client by client; any finite number, NaN = not eligible.
   */
  readonly benefit: Float64Array;
  /** What it takes from the budget, cents, finite, ≥ 0; clients × interventions, or one an intervention. */
  readonly costCents: Float64Array;
  /** ≥ 0; Infinity = none. */
  readonly budgetCents: number;
  /** Places of each intervention, ≥ 0; Infinity = no bound. */
  readonly capacity: ArrayLike<number>;
  readonly floors?: readonly FairnessFloor[];
  /** Of the lots drawn among equals. */
  readonly seed: number;
}

/** One group of one floor, as it was met. */
export interface FloorMet {
  /** Place of the floor in `AllocationProblem.floors`. */
  readonly floor: number;
  readonly group: number;
  readonly atLeast: number;
  readonly served: number;
}

/** Who gets what. */
export interface Allocation {
  /** Intervention of each client, −1 = none. */
  readonly chosen: Int8Array;
  readonly served: number;
  /** Places taken of each intervention. */
  readonly placesTaken: Float64Array;
  readonly totalBenefit: number;
  readonly totalCostCents: number;
  /**
   * No allocation that meets the floors, not even of parts of clients, has more: the dual of the linear
   * relaxation. Says nothing where a floor was missed.
   */
  readonly upperBound: number;
  /** (upperBound − totalBenefit) / upperBound; 0 when both are 0. */
  readonly gapShare: number;
  /** What one more cent of budget, and one more place of each intervention, would add, by the bound. */
  readonly prices: { readonly budgetCent: number; readonly place: Float64Array };
  /** Each group with a floor above 0. One that could not be met has `served` below `atLeast`. */
  readonly floors: readonly FloorMet[];
  /** 1 where the client's place was drawn by lot among equals, whether it was won or lost. */
  readonly isDrawnByLot: Uint8Array;
  /** Which lot the client's place was drawn in, from 1; 0 where none was. Within a lot who got what is chance. */
  readonly lotOf: Int32Array;
  /** Probability with which the client was served: 0, 1, or between where a lot was drawn. */
  readonly probabilityServed: Float64Array;
  readonly seed: number;
}

/** What is refused: *what: expected, got*, for the first thing wrong. */
export function checkAllocationProblem(problem: AllocationProblem): void {
  const { clients, interventions, benefit, costCents, budgetCents, capacity, floors = [], seed } = problem;
  const cells = clients * interventions;
  refuse(!(Number.isInteger(clients) && clients >= 0), 'clients', 'a whole number from 0', clients);
  const isCount = Number.isInteger(interventions) && interventions >= 1 && interventions <= 127;
  refuse(!isCount, 'interventions', 'a whole number from 1 to 127', interventions);
  refuse(benefit.length !== cells, 'benefit', `${cells} numbers`, benefit.length);
  const wrongBenefit = benefit.findIndex((one) => one === Infinity || one === -Infinity);
  refuse(wrongBenefit >= 0, `benefit[${wrongBenefit}]`, 'a finite number or NaN', benefit[wrongBenefit]);
  const isRightLength = costCents.length === cells || costCents.length === interventions;
  refuse(!isRightLength, 'costCents', `${cells} or ${interventions} numbers`, costCents.length);
  const wrongCost = costCents.findIndex((one) => !(one >= 0 && one < Infinity));
  refuse(wrongCost >= 0, `costCents[${wrongCost}]`, 'a finite number from 0', costCents[wrongCost]);
  refuse(!(budgetCents >= 0), 'budgetCents', 'a number from 0', budgetCents);
  refuse(capacity.length !== interventions, 'capacity', `${interventions} numbers`, capacity.length);
  const wrongCapacity = Array.from(capacity).findIndex((places) => !(places >= 0));
  refuse(wrongCapacity >= 0, `capacity[${wrongCapacity}]`, 'a number from 0', capacity[wrongCapacity]);
  refuse(!Number.isInteger(seed), 'seed', 'a whole number', seed);
  floors.forEach((floor, at) => {
    checkFloor(floor, at, clients);
  });
}

function checkFloor({ groupOf, atLeast }: FairnessFloor, floor: number, clients: number): void {
  refuse(groupOf.length !== clients, `floors[${floor}].groupOf`, `${clients} numbers`, groupOf.length);
  for (let group = 0; group < atLeast.length; group++) {
    const least = atLeast[group]!;
    const isRight = Number.isInteger(least) && least >= 0;
    refuse(!isRight, `floors[${floor}].atLeast[${group}]`, 'a whole number from 0', least);
  }
  const isRight = (group: number) => Number.isInteger(group) && group >= -1 && group < atLeast.length;
  for (let client = 0; client < clients; client++) {
    const group = groupOf[client]!;
    if (!isRight(group)) refuse(true, `floors[${floor}].groupOf`, `-1 to ${atLeast.length - 1}`, group);
  }
}

function refuse(isWrong: boolean, what: string, expected: string, got: number | undefined): void {
  if (isWrong) throw new RangeError(`${what}: expected ${expected}, got ${got}`);
}
