/** Where the finished parts of a training run are kept, so that a stopped run can go on where it was. */
export interface Checkpoints {
  read(part: string): Promise<Float32Array | undefined>;
  write(part: string, numbers: Float32Array): Promise<void>;
}

/**
 * The parts that a training run consists of, each a model's numbers under a name of its own. A part that a
 * checkpoint holds is not made again; since every part depends on the study, the settings and earlier parts
 * alone, a resumed run ends in the bytes of an undisturbed one.
 */
export class TrainingParts {
  readonly #checkpoints: Checkpoints | undefined;
  readonly #onProgress: ((doneShare: number) => void) | undefined;
  #expected = 1;
  #done = 0;

  constructor(checkpoints: Checkpoints | undefined, onProgress: ((doneShare: number) => void) | undefined) {
    this.#checkpoints = checkpoints;
    this.#onProgress = onProgress;
  }

  /** How many parts there will be, for progress. */
  expect(parts: number): void {
    this.#expected = parts;
  }

  /** The numbers of a part: as kept, or made now and kept. */
  async numbersOf(part: string, make: () => Float32Array): Promise<Float32Array> {
    const kept = await this.#checkpoints?.read(part);
    const numbers = kept ?? make();
    if (!kept) await this.#checkpoints?.write(part, numbers);
    this.#done += 1;
    this.#onProgress?.(Math.min(1, this.#done / this.#expected));
    return numbers;
  }
}
