/**
 * How far two populations may lie apart, by convention: below .10 alike, .10 to .25 worth a look, from .25 on another
 * population. The borders are a custom of credit scoring, with no theory behind them: they say nothing of how many
 * people were counted, nor of what a shift does to a prediction.
 *
 * @source Lewis 1994, An Introduction to Credit Scoring; without reference to error rates, as Yurdakul & Naranjo 2020,
 *   J Risk Model Validation, say
 */
export const stabilityBorders = { shifted: 0.1, stronglyShifted: 0.25 } as const;

export type ShiftLevel = 'alike' | 'shifted' | 'strongly-shifted';

export interface PopulationStability {
  /** Population stability index, ≥ 0; 0 when the shares are the same. */
  readonly index: number;
  /** What it comes to on average when nothing has changed: by the chance of who was counted. */
  readonly byChance: number;
  /** The index beyond chance, by the borders; `alike` where chance alone gives as much once in a thousand times. */
  readonly level: ShiftLevel;
}

/**
 * Population stability index Σ (q − p) ln(q / p), p and q the shares of each bin before and now: the symmetric
 * Kullback–Leibler divergence (Jeffreys 1946). When nothing has changed it is about (1/n + 1/m) times a χ² with B − 1
 * degrees of freedom, and so (B − 1)(1/n + 1/m) on average. An empty bin counts as half a row; one that is empty on
 * both sides counts as none.
 *
 * @param before rows by bin, n in all; as many bins as `now`
 * @param now rows by bin, m in all
 * @param people of `before`, when they have several rows each: n is then taken as this many, which is cautious
 * @throws RangeError when a side is empty or their bins differ
 * @source Yurdakul & Naranjo 2020, J Risk Model Validation; Yurdakul 2018, dissertation 3208, Western Michigan University
 */
export function populationStability(
  before: readonly number[],
  now: readonly number[],
  people?: number,
): PopulationStability {
  const [n, m] = [totalOf(before), totalOf(now)];
  if (before.length !== now.length)
    throw new RangeError(`bins: expected ${before.length}, got ${now.length}`);
  if (n === 0 || m === 0) throw new RangeError(`rows: expected some on both sides, got ${n}, ${m}`);
  let index = 0;
  let freedom = -1;
  before.forEach((rows, bin) => {
    if (rows === 0 && now[bin] === 0) return;
    const [p, q] = [Math.max(rows, 0.5) / n, Math.max(now[bin]!, 0.5) / m];
    index += (q - p) * Math.log(q / p);
    freedom += 1;
  });
  const unit = 1 / (people ?? n) + 1 / m;
  const byChance = freedom * unit;
  const isChance = freedom === 0 || index <= unit * onceInAThousand(freedom);
  return { index, byChance, level: isChance ? 'alike' : levelOf(index - byChance) };
}

function levelOf(excess: number): ShiftLevel {
  if (excess >= stabilityBorders.stronglyShifted) return 'strongly-shifted';
  return excess >= stabilityBorders.shifted ? 'shifted' : 'alike';
}

/** What a χ² passes once in a thousand times. @source Wilson & Hilferty 1931, PNAS 17:684 */
function onceInAThousand(freedom: number): number {
  const spread = 2 / (9 * freedom);
  return freedom * (1 - spread + 3.090232306167813 * Math.sqrt(spread)) ** 3;
}

const totalOf = (counts: readonly number[]) => counts.reduce((rows, count) => rows + count, 0);
