import type { IntervalExposure } from './interval-exposure.ts';
import { quickExp } from './quick-exp.ts';

/**
 * From a model's outputs to hazards. Each row has a level and a trend per cause; the logit of cause c in
 * interval k against "nothing" is baseline[k][c] + level_c + slope_k · trend_c, slope_k = s (log t_k − mean),
 * t_k the middle of the interval: free in time for everybody together, proportional but for a log-time trend
 * for each row.
 */
export interface HazardHead {
  readonly causes: number;
  /** Rising ends of the intervals. */
  readonly ends: readonly number[];
  readonly slopes: Float64Array;
}

/** @param timeScale s: how freely a row's hazard ratio may drift in time */
export function hazardHead(ends: readonly number[], causes: number, timeScale: number): HazardHead {
  const logs = ends.map((end, at) => Math.log(((ends[at - 1] ?? 0) + end) / 2));
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return { causes, ends, slopes: Float64Array.from(logs, (log) => timeScale * (log - mean)) };
}

/** Level and trend of each cause: (level_1, trend_1, level_2, trend_2). */
export const outputsOf = ({ causes }: HazardHead) => 2 * causes;

/** Logits beyond ± this are taken as this, so that their powers need no further care. */
const mostLogit = 30;

/** Where gradients of the mean negative log likelihood are added. */
export interface HeadGradient {
  /** rows × outputs */
  readonly outputs: Float32Array;
  /** The second derivative by each output alone: rows × outputs; absent: not asked for. */
  readonly curvature?: Float32Array;
  /** intervals × causes */
  readonly baseline: Float64Array;
}

/**
 * Mean negative log likelihood, −(1/n) Σ_rows [log h_cause at the event + Σ_k e_k log(1 − Σ_c h_ck)], e_k the
 * share of interval k lived through without an event; and its gradient, in closed form: with w_k the share
 * at risk (1 in the event's interval), ∂/∂z_ck = (w_k h_ck − [event of c in k]) / n, and ∂²/∂z_ck² = w_k h_ck (1 − h_ck) / n.
 *
 * @param outputs rows × outputs, in the order of `rows`
 * @param rows positions in `exposure`
 * @param gradient overwritten; absent: only the loss
 */
export function headLoss(
  head: HazardHead,
  baseline: Float32Array,
  outputs: Float32Array,
  exposure: IntervalExposure,
  rows: Int32Array,
  gradient?: HeadGradient,
): number {
  gradient?.baseline.fill(0);
  let loss = 0;
  for (let at = 0; at < rows.length; at++)
    loss += rowLoss(head, baseline, outputs, exposure, rows[at]!, at, 1 / rows.length, gradient);
  return loss / rows.length;
}

/** The loss of the row at a place, and its gradient times a unit. All in numbers of its own: this is where time goes. */
function rowLoss(
  { causes, ends, slopes }: HazardHead,
  baseline: Float32Array,
  outputs: Float32Array,
  { interval: intervals, share: shares, cause: events }: IntervalExposure,
  row: number,
  at: number,
  unit: number,
  gradient: HeadGradient | undefined,
): number {
  const start = at * 2 * causes;
  const hasSecond = causes === 2;
  const level = outputs[start]!;
  const trend = outputs[start + 1]!;
  const otherLevel = hasSecond ? outputs[start + 2]! : 0;
  const otherTrend = hasSecond ? outputs[start + 3]! : 0;
  const last = intervals[row]!;
  /** Product of 1 + odds over the intervals lived through whole: one logarithm for all of them. */
  let product = 1;
  let loss = 0;
  let ofLevel = 0;
  let ofTrend = 0;
  let ofOtherLevel = 0;
  let ofOtherTrend = 0;
  let curve = 0;
  let trendCurve = 0;
  let otherCurve = 0;
  let otherTrendCurve = 0;
  for (let interval = 0, cell = 0; interval <= last && interval < ends.length; interval++, cell += causes) {
    const slope = slopes[interval]!;
    const logit = heldLogit(baseline[cell]! + level + slope * trend);
    const otherLogit = hasSecond ? heldLogit(baseline[cell + 1]! + otherLevel + slope * otherTrend) : 0;
    const odds = quickExp(logit);
    const otherOdds = hasSecond ? quickExp(otherLogit) : 0;
    const sum = 1 + odds + otherOdds;
    const atRisk = interval === last ? shares[row]! : 1;
    const event = interval === last ? events[row]! : 0;
    if (atRisk === 1) product *= sum;
    else loss += atRisk * Math.log(sum);
    if (event > 0) loss -= event === 1 ? logit : otherLogit;
    if (!gradient) continue;
    const nothing = 1 / sum;
    const hazard = odds * nothing;
    const excess = atRisk * hazard - (event === 1 ? 1 : 0);
    ofLevel += excess;
    ofTrend += slope * excess;
    gradient.baseline[cell]! += unit * excess;
    const bend = atRisk * hazard * (1 - hazard);
    curve += bend;
    trendCurve += slope * slope * bend;
    if (!hasSecond) continue;
    const otherHazard = otherOdds * nothing;
    const otherExcess = atRisk * otherHazard - (event === 2 ? 1 : 0);
    ofOtherLevel += otherExcess;
    ofOtherTrend += slope * otherExcess;
    gradient.baseline[cell + 1]! += unit * otherExcess;
    const otherBend = atRisk * otherHazard * (1 - otherHazard);
    otherCurve += otherBend;
    otherTrendCurve += slope * slope * otherBend;
  }
  if (gradient) {
    write(gradient.outputs, start, 2 * causes, unit, ofLevel, ofTrend, ofOtherLevel, ofOtherTrend);
    if (gradient.curvature)
      write(gradient.curvature, start, 2 * causes, unit, curve, trendCurve, otherCurve, otherTrendCurve);
  }
  return loss + Math.log(product);
}

const heldLogit = (logit: number) => (logit < mostLogit ? logit : mostLogit);

/** Writes a row's numbers, times a unit. */
function write(
  into: Float32Array,
  start: number,
  width: number,
  unit: number,
  first: number,
  second: number,
  third: number,
  fourth: number,
): void {
  into[start] = unit * first;
  into[start + 1] = unit * second;
  if (width === 2) return;
  into[start + 2] = unit * third;
  into[start + 3] = unit * fourth;
}

/**
 * Of each row, in the order of `rows`, the negative log likelihood of the outcome alone: −Σ_k [log h_1k where it came,
 * w_k log(1 − h_1k) where it did not], the competing event a way of not having it.
 */
export function outcomeLossOfRows(
  { causes, ends, slopes }: HazardHead,
  baseline: Float32Array,
  outputs: Float32Array,
  { interval: intervals, share, cause }: IntervalExposure,
  rows: Int32Array,
): Float64Array {
  const losses = new Float64Array(rows.length);
  for (let at = 0, start = 0; at < rows.length; at++, start += 2 * causes) {
    const row = rows[at]!;
    const last = intervals[row]!;
    for (let interval = 0; interval <= last && interval < ends.length; interval++) {
      let others = 1;
      for (let c = 1; c < causes; c++)
        others += oddsOf(logitAt(baseline, outputs, start, c, causes, interval, slopes[interval]!));
      const odds = oddsOf(logitAt(baseline, outputs, start, 0, causes, interval, slopes[interval]!));
      const hasOutcome = interval === last && cause[row] === 1;
      const weight = interval === last ? share[row]! : 1;
      losses[at]! += weight * (Math.log(others + odds) - Math.log(hasOutcome ? odds : others));
    }
  }
  return losses;
}

/** One cause's logit in one interval, of the row whose outputs start at a place. */
function logitAt(
  baseline: Float32Array,
  outputs: Float32Array,
  start: number,
  cause: number,
  causes: number,
  interval: number,
  slope: number,
): number {
  const at = start + 2 * cause;
  return baseline[interval * causes + cause]! + outputs[at]! + slope * outputs[at + 1]!;
}

/** Cumulative incidence of outcome and competing event by each end: rows × intervals each. */
export interface CauseIncidence {
  readonly outcome: Float64Array;
  readonly competing: Float64Array;
}

/**
 * Cumulative incidence from a model's outputs: F_k(j) = F_k(j−1) + S(j−1) h_k(j), in one pass over each row.
 *
 * @param outputs rows × outputs
 */
export function causeIncidence(
  head: HazardHead,
  baseline: Float32Array,
  outputs: Float32Array,
): CauseIncidence {
  const [width, intervals, rows] = [outputsOf(head), head.ends.length, outputs.length / outputsOf(head)];
  const outcome = new Float64Array(rows * intervals);
  const competing = new Float64Array(rows * intervals);
  const { causes, slopes } = head;
  for (let row = 0, at = 0; row < rows; row++) {
    let first = 0;
    let second = 0;
    let eventFree = 1;
    const start = row * width;
    for (let interval = 0; interval < intervals; interval++, at++) {
      const slope = slopes[interval]!;
      const odds = oddsOf(logitAt(baseline, outputs, start, 0, causes, interval, slope));
      const otherOdds =
        causes === 2 ? oddsOf(logitAt(baseline, outputs, start, 1, causes, interval, slope)) : 0;
      eventFree /= 1 + odds + otherOdds;
      first += eventFree * odds;
      second += eventFree * otherOdds;
      // the sum of what was lost may end a rounding above what there was to lose
      outcome[at] = first < 1 ? first : 1;
      competing[at] = second < 1 ? second : 1;
    }
  }
  return { outcome, competing };
}

/** Incidence of the outcome by each horizon for one row, and its gradient: horizons × outputs. */
export interface HorizonGradient {
  readonly incidence: Float64Array;
  readonly gradient: Float64Array;
}

/**
 * Incidence of the outcome by each horizon and its gradient by the row's outputs. With F_k the incidence by
 * end k and H the horizon's interval, ∂F_H/∂z_ck = [c = 1] (F_k − F_{k−1}) − h_ck (F_H − F_{k−1}) for k ≤ H;
 * every term is a running sum, so all horizons cost one pass.
 *
 * @param horizonIntervals interval that ends at each horizon, rising
 * @returns a function of outputs and of where in them the row starts; its answer is overwritten by the next call
 */
export function horizonGradients(
  head: HazardHead,
  baseline: Float32Array,
  horizonIntervals: readonly number[],
): (outputs: Float32Array, start: number) => HorizonGradient {
  const width = outputsOf(head);
  const { slopes } = head;
  const [first, second] = [0, 1].map((cause) => baselineOf(head, baseline, cause)) as [
    Float64Array,
    Float64Array,
  ];
  const incidence = new Float64Array(horizonIntervals.length);
  const gradient = new Float64Array(horizonIntervals.length * width);
  return (outputs, start) => {
    const [level, trend] = [outputs[start]!, outputs[start + 1]!];
    const [otherLevel, otherTrend] = width === 4 ? [outputs[start + 2]!, outputs[start + 3]!] : [0, 0];
    // Per output: Σ [c = 1] ΔF + Σ h F_{k−1}, and Σ h; trends are weighted by their slopes.
    let [fixed0, fixed1, fixed2, fixed3, sum0, sum1, sum2, sum3] = [0, 0, 0, 0, 0, 0, 0, 0];
    let [reached, eventFree, horizon] = [0, 1, 0];
    for (let interval = 0; horizon < horizonIntervals.length; interval++) {
      const slope = slopes[interval]!;
      const odds = oddsOf(first[interval]! + level + slope * trend);
      const otherOdds = oddsOf(second[interval]! + otherLevel + slope * otherTrend);
      const nothing = 1 / (1 + odds + otherOdds);
      const [hazard, otherHazard] = [odds * nothing, otherOdds * nothing];
      const own = hazard * (eventFree + reached);
      const other = otherHazard * reached;
      fixed0 += own;
      fixed1 += slope * own;
      fixed2 += other;
      fixed3 += slope * other;
      sum0 += hazard;
      sum1 += slope * hazard;
      sum2 += otherHazard;
      sum3 += slope * otherHazard;
      reached += eventFree * hazard;
      eventFree *= nothing;
      if (interval !== horizonIntervals[horizon]) continue;
      incidence[horizon] = reached < 1 ? reached : 1;
      const at = horizon * width;
      gradient[at] = fixed0 - reached * sum0;
      gradient[at + 1] = fixed1 - reached * sum1;
      if (width === 4) {
        gradient[at + 2] = fixed2 - reached * sum2;
        gradient[at + 3] = fixed3 - reached * sum3;
      }
      horizon++;
    }
    return { incidence, gradient };
  };
}

const oddsOf = (logit: number) => quickExp(heldLogit(logit));

/** A cause's baseline by interval; of a cause that is not there, one that never happens. */
function baselineOf({ causes, ends }: HazardHead, baseline: Float32Array, cause: number): Float64Array {
  return Float64Array.from(ends, (_, interval) =>
    cause < causes ? baseline[interval * causes + cause]! : Number.NEGATIVE_INFINITY,
  );
}
