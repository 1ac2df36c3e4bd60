const [keepMean, keepSquare, epsilon] = [0.9, 0.999, 1e-8];

/**
 * Adam with decoupled weight decay: w ← w − r (m̂ / (√v̂ + ε) + λ w), over one flat array of parameters.
 *
 * @source Loshchilov & Hutter 2019, Decoupled Weight Decay Regularization, Algorithm 2
 */
export class AdamW {
  readonly #mean: Float32Array;
  readonly #square: Float32Array;
  readonly #isDecayed: Uint8Array;
  readonly #decay: number;
  /** Powers of the shares kept, by products: `**` differs between versions of V8. */
  #keptMean = 1;
  #keptSquare = 1;

  /** @param isDecayed 1 for weights, 0 for biases and the baseline */
  constructor(isDecayed: Uint8Array, decay: number) {
    this.#mean = new Float32Array(isDecayed.length);
    this.#square = new Float32Array(isDecayed.length);
    this.#isDecayed = isDecayed;
    this.#decay = decay;
  }

  step(parameters: Float32Array, gradient: Float32Array, rate: number): void {
    this.#keptMean *= keepMean;
    this.#keptSquare *= keepSquare;
    const meanUnit = 1 / (1 - this.#keptMean);
    const squareUnit = 1 / (1 - this.#keptSquare);
    const [mean, square, isDecayed, decay] = [this.#mean, this.#square, this.#isDecayed, this.#decay];
    for (let at = 0; at < parameters.length; at++) {
      const slope = gradient[at]!;
      const m = keepMean * mean[at]! + (1 - keepMean) * slope;
      const v = keepSquare * square[at]! + (1 - keepSquare) * slope * slope;
      mean[at] = m;
      square[at] = v;
      const move = (m * meanUnit) / (Math.sqrt(v * squareUnit) + epsilon);
      parameters[at]! -= rate * (move + isDecayed[at]! * decay * parameters[at]!);
    }
  }
}

/** Learning rate as a share of its peak: a straight warm-up over a tenth of the steps, then half a cosine to 0. */
export function rateShare(step: number, steps: number): number {
  const warmUp = Math.max(1, Math.round(steps / 10));
  if (step < warmUp) return (step + 1) / warmUp;
  return 0.5 * (1 + Math.cos((Math.PI * (step - warmUp)) / Math.max(1, steps - warmUp)));
}
