/** Inputs as trees see them: which thresholds each value is above. */
export interface BinnedInputs {
  /** Of each input, rising; rows are parted at one of these. */
  readonly thresholds: readonly Float32Array[];
  /** Of each input, row by row, how many of its thresholds the value is above. */
  readonly places: readonly Uint8Array[];
  /** Of each input, the place of most rows. */
  readonly commonest: Uint8Array;
}

const mostThresholds = 63;
const mostLearningRows = 60_000;

/**
 * Lays inputs on thresholds at quantiles of their values, none above the highest value.
 *
 * @param inputs rows × width
 */
export function binInputs(inputs: Float32Array, width: number): BinnedInputs {
  const rows = inputs.length / width;
  const stride = Math.ceil(rows / mostLearningRows);
  const thresholds: Float32Array[] = [];
  const places: Uint8Array[] = [];
  for (let input = 0; input < width; input++) {
    const looked = Float64Array.from(
      { length: Math.ceil(rows / stride) },
      (_, at) => inputs[at * stride * width + input]!,
    ).sort();
    const own = thresholdsOf(looked);
    thresholds.push(own);
    places.push(Uint8Array.from({ length: rows }, (_, row) => placeOf(inputs[row * width + input]!, own)));
  }
  return { thresholds, places, commonest: Uint8Array.from(places, commonestOf) };
}

/** A threshold after every bin of about as many rows as are left for each bin that is left; ties stay together. */
function thresholdsOf(sorted: Float64Array): Float32Array {
  const thresholds: number[] = [];
  let start = 0;
  for (let at = 1; at < sorted.length && thresholds.length < mostThresholds; at++) {
    if (sorted[at] === sorted[at - 1]) continue;
    const wanted = (sorted.length - start) / (mostThresholds + 1 - thresholds.length);
    if (at - start < wanted) continue;
    thresholds.push(sorted[at - 1]!);
    start = at;
  }
  return Float32Array.from(thresholds);
}

/** How many of some rising thresholds a value is above. */
function placeOf(value: number, thresholds: Float32Array): number {
  let [low, high] = [0, thresholds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > thresholds[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

function commonestOf(places: Uint8Array): number {
  const rows = new Int32Array(mostThresholds + 1);
  for (const place of places) rows[place]!++;
  return rows.indexOf(Math.max(...rows));
}
