import { distinctValues, sumPerValue } from '../survival/distinct-values.ts';
import type { FollowUp } from '../survival/follow-up.ts';
import { numberPeople } from './person-bootstrap.ts';

export interface MissingnessInput {
  readonly followUp: FollowUp;
  readonly person: ArrayLike<number>;
  /** Names of the columns, for the answer. */
  readonly names: readonly string[];
  /** NaN is missing. */
  readonly columns: readonly Float64Array[];
  /** Row to stratum within which rows are compared, such as the landmark month, whose rows' data end together. */
  readonly stratumOfRow?: Int32Array;
}

/** Whether rows that lack a predictor are censored more, or less, than the others. */
export interface MissingnessCheck {
  readonly name: string;
  readonly missingShare: number;
  /**
   * Rate of censoring of the rows that lack it over that of the rows that have it: observed over expected of the
   * ones, divided by that of the others; null where either has none expected or the others none observed.
   */
  readonly censoringRatio: number | null;
  /** Log-rank statistic with a variance over people; null where it has none. */
  readonly z: number | null;
  /** |z| > 3.3 (p < 0.001) and a ratio outside 0.8 … 1.25: chance and trifles do not raise it. */
  readonly predictsCensoring: boolean;
}

/**
 * Checks the assumption behind all weights for censoring, that who is censored is not told by what is missing.
 * A log-rank test of censoring between rows that have the predictor and rows that lack it: with x = 1 where
 * missing, O − E = Σ_i x_i (c_i − ∫ Y_i dc/Y), variance Σ over people of (Σ rows ∫ (x_i − x̄) dM_i)². Events end the
 * risk of censoring. Times at which everyone at risk is censored (the end of data) tell nothing and are left out.
 *
 * @returns one check for each column with both missing and known values
 * @source Lin & Wei 1989, JASA 84:1074, robust score test; thresholds are ours
 */
export function missingnessAndCensoring(input: MissingnessInput): MissingnessCheck[] {
  const risk = censoringRisk(input.followUp, input.stratumOfRow);
  const people = numberPeople(input.person);
  return input.columns.flatMap((column, at) => {
    const isMissing = column.map((value) => (Number.isNaN(value) ? 1 : 0));
    const missing = isMissing.reduce((sum, own) => sum + own, 0);
    if (missing === 0 || missing === column.length) return [];
    const { observed, expected, allCensored, variance } = logRank(
      risk,
      isMissing,
      people.personOfRow,
      people.people,
    );
    const ofKnown = (allCensored - observed) / (allCensored - expected);
    const ratio = expected > 0 && ofKnown > 0 ? observed / expected / ofKnown : null;
    const z = variance > 0 ? (observed - expected) / Math.sqrt(variance) : null;
    return [
      {
        name: input.names[at]!,
        missingShare: missing / column.length,
        censoringRatio: ratio,
        z,
        predictsCensoring: z !== null && ratio !== null && Math.abs(z) > 3.3 && (ratio < 0.8 || ratio > 1.25),
      },
    ];
  });
}

/** Moments in order of stratum, then time; each row's own; who is at risk of censoring there. */
interface CensoringRisk {
  readonly isCensored: Uint8Array;
  readonly momentOfRow: Int32Array;
  /** Moment at which each moment's stratum begins. */
  readonly stratumStart: Int32Array;
  /** Censorings over those at risk; 0 where everyone at risk is censored. */
  readonly hazard: Float64Array;
}

function censoringRisk({ time, event }: FollowUp, stratumOfRow?: Int32Array): CensoringRisk {
  const timeline = distinctValues(time);
  const strata = distinctValues(Float64Array.from(time, (_, row) => stratumOfRow?.[row] ?? 0));
  const count = timeline.values.length;
  const moments = distinctValues(
    Float64Array.from(time, (_, row) => strata.positionOfRow[row]! * count + timeline.positionOfRow[row]!),
  );
  const isCensored = event.map((code) => (code === 0 ? 1 : 0));
  const stratumStart = new Int32Array(moments.values.length);
  for (let at = 1; at < stratumStart.length; at++) {
    const isSame = Math.floor(moments.values[at]! / count) === Math.floor(moments.values[at - 1]! / count);
    stratumStart[at] = isSame ? stratumStart[at - 1]! : at;
  }
  const risk = { isCensored, momentOfRow: moments.positionOfRow, stratumStart, hazard: new Float64Array() };
  const all = new Float64Array(time.length).fill(1);
  const { atRisk, censored } = atRiskOfCensoring(risk, all);
  return { ...risk, hazard: censored.map((here, at) => (here < atRisk[at]! ? here / atRisk[at]! : 0)) };
}

/** Sums of x over rows at risk of censoring, and over those censored, at each moment; events come first. */
function atRiskOfCensoring({ isCensored, momentOfRow, stratumStart }: CensoringRisk, x: Float64Array) {
  const moments = { positionOfRow: momentOfRow, values: new Float64Array(stratumStart.length) };
  const leaving = sumPerValue(moments, x);
  const censored = sumPerValue(
    moments,
    x.map((own, row) => own * isCensored[row]!),
  );
  const atRisk = new Float64Array(leaving.length);
  for (let at = leaving.length - 1, later = 0; at >= 0; at--) {
    if (at + 1 < leaving.length && stratumStart[at + 1] !== stratumStart[at]) later = 0;
    atRisk[at] = later + censored[at]!;
    later += leaving[at]!;
  }
  return { atRisk, censored };
}

function logRank(risk: CensoringRisk, isMissing: Float64Array, personOfRow: Int32Array, people: number) {
  const { isCensored, momentOfRow, stratumStart, hazard } = risk;
  const all = atRiskOfCensoring(risk, new Float64Array(isMissing.length).fill(1));
  const missing = atRiskOfCensoring(risk, isMissing);
  const share = all.atRisk.map((rows, at) => (rows > 0 ? missing.atRisk[at]! / rows : 0));
  const cumulative = cumulate(hazard, stratumStart);
  const cumulativeShare = cumulate(
    hazard.map((own, at) => own * share[at]!),
    stratumStart,
  );
  const influence = new Float64Array(people);
  let [observed, expected, allCensored] = [0, 0, 0];
  for (let row = 0; row < isMissing.length; row++) {
    const at = momentOfRow[row]!;
    const x = isMissing[row]!;
    const counts = isCensored[row] === 1 && hazard[at]! > 0;
    const last = isCensored[row] === 1 ? at : at - 1;
    const isBefore = last < stratumStart[at]!;
    const [faced, facedShare] = isBefore ? [0, 0] : [cumulative[last]!, cumulativeShare[last]!];
    influence[personOfRow[row]!]! += (counts ? x - share[at]! : 0) - (x * faced - facedShare);
    observed += counts ? x : 0;
    allCensored += counts ? 1 : 0;
    expected += x * faced;
  }
  return { observed, expected, allCensored, variance: influence.reduce((sum, own) => sum + own * own, 0) };
}

/** Running sums that begin anew in each stratum. */
function cumulate(values: Float64Array, stratumStart: Int32Array): Float64Array {
  const sums = values.slice();
  for (let at = 1; at < sums.length; at++) if (stratumStart[at] !== at) sums[at]! += sums[at - 1]!;
  return sums;
}
