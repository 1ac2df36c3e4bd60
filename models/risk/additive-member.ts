import { type HazardHead, outputsOf } from './hazard-head.ts';
import type { Member, MemberPath } from './member.ts';

/** What an additive model is: a baseline, and for each input its pull on every output. */
export interface AdditiveParameters {
  /** intervals × causes */
  readonly baseline: Float32Array;
  /** inputs × outputs */
  readonly pulls: Float32Array;
}

/** An additive model in a blend: outputs are sums over inputs, so that each input's part is exact. */
export function additiveMember(head: HazardHead, { baseline, pulls }: AdditiveParameters): Member {
  const width = outputsOf(head);
  return {
    head,
    baseline,
    outputs: (inputs) => additiveOutputs(inputs, pulls, width),
    path: (inputs, profile) => new AdditivePath(inputs, profile, pulls, width),
  };
}

function additiveOutputs(inputs: Float32Array, pulls: Float32Array, width: number): Float32Array {
  const inputsPerRow = pulls.length / width;
  const outputs = new Float32Array((inputs.length / inputsPerRow) * width);
  for (let start = 0, at = 0; start < inputs.length; start += inputsPerRow) {
    for (let output = 0; output < width; output++, at++) {
      let sum = 0;
      for (let input = 0; input < inputsPerRow; input++) {
        sum += inputs[start + input]! * pulls[input * width + output]!;
      }
      outputs[at] = sum;
    }
  }
  return outputs;
}

class AdditivePath implements MemberPath {
  readonly #inputs: Float32Array;
  readonly #profile: Float32Array;
  readonly #pulls: Float32Array;
  readonly #width: number;
  readonly #start: Float32Array;
  readonly #end: Float32Array;
  #slopeSums: Float64Array[] = [];

  constructor(inputs: Float32Array, profile: Float32Array, pulls: Float32Array, width: number) {
    this.#inputs = inputs;
    this.#profile = profile;
    this.#pulls = pulls;
    this.#width = width;
    this.#start = additiveOutputs(profile, pulls, width);
    this.#end = additiveOutputs(inputs, pulls, width);
  }

  outputsAt(share: number): Float32Array {
    return this.#end.map((end, at) => {
      const start = this.#start[at % this.#width]!;
      return start + share * (end - start);
    });
  }

  addSlopes(slopes: readonly Float32Array[]): void {
    this.#slopeSums = slopes.map((slope, horizon) => {
      const sum = this.#slopeSums[horizon] ?? new Float64Array(slope.length);
      for (let at = 0; at < sum.length; at++) sum[at]! += slope[at]!;
      return sum;
    });
  }

  writeContributions(groupOfInput: Int32Array, groups: number, contributions: Float64Array): void {
    const [width, horizons, inputsPerRow] = [this.#width, this.#slopeSums.length, groupOfInput.length];
    for (let row = 0; row < this.#end.length / width; row++) {
      for (let input = 0; input < inputsPerRow; input++) {
        const away = this.#inputs[row * inputsPerRow + input]! - this.#profile[input]!;
        if (away === 0) continue;
        for (let horizon = 0; horizon < horizons; horizon++) {
          let part = 0;
          for (let output = 0; output < width; output++) {
            part += this.#pulls[input * width + output]! * this.#slopeSums[horizon]![row * width + output]!;
          }
          contributions[(row * horizons + horizon) * groups + groupOfInput[input]!]! += away * part;
        }
      }
    }
  }
}
