import type { PartMaker, TrainingPart } from './make-part.ts';
import type { Checkpoints } from './prepare-study.ts';

/** Parts of a training by name. */
export type NamedParts = Readonly<Record<string, TrainingPart>>;

/** Where parts are kept, and who is told how far the run is. */
export interface PartsOfRun {
  readonly checkpoints?: Checkpoints | undefined;
  readonly onProgress?: ((doneShare: number) => void) | undefined;
  /** Whether several parts can be made at once, so that those that will be needed are begun early. */
  readonly isSideBySide: boolean;
}

/**
 * The parts that a training run consists of, each a model's numbers under a name of its own. A part that a
 * checkpoint holds is not made again; since every part depends on the study, the settings and earlier parts
 * alone, a resumed run ends in the bytes of an undisturbed one, whatever was made at once with what.
 */
export class TrainingParts {
  readonly #make: PartMaker;
  readonly #run: PartsOfRun;
  readonly #begun = new Map<string, Promise<Float32Array>>();
  #expected = 1;
  #done = 0;

  constructor(make: PartMaker, run: PartsOfRun) {
    this.#make = make;
    this.#run = run;
  }

  /** How many parts there will be, for progress. */
  expect(parts: number): void {
    this.#expected = parts;
  }

  /** Begins parts that will be asked for, if several can be made at once. */
  begin(parts: NamedParts): void {
    if (!this.#run.isSideBySide) return;
    // whoever asks for it is told
    for (const [name, part] of Object.entries(parts)) this.numbersOf(name, part).catch(() => {});
  }

  /** The numbers of a part: as kept, or made and kept. */
  numbersOf(name: string, part: TrainingPart): Promise<Float32Array> {
    const begun = this.#begun.get(name) ?? this.#keptOrMade(name, part);
    this.#begun.set(name, begun);
    return begun;
  }

  async #keptOrMade(name: string, part: TrainingPart): Promise<Float32Array> {
    const { checkpoints, onProgress } = this.#run;
    const kept = await checkpoints?.read(name);
    const numbers = kept ?? (await this.#make(part));
    if (!kept) await checkpoints?.write(name, numbers);
    this.#done += 1;
    onProgress?.(Math.min(1, this.#done / this.#expected));
    return numbers;
  }
}
