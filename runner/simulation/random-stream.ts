import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

const scale32 = 2 ** -32;

/** Mixes 32 bits so that neighbouring inputs give unrelated outputs (murmur3's finaliser). */
export function mixBits(bits: number): number {
  let mixed = bits;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * One stream of random numbers, decided by its key alone: each client has streams of its own, so that a
 * client's life does not depend on how many others there are.
 */
export class RandomStream {
  readonly #generator: RandomGenerator;

  constructor(...key: readonly number[]) {
    let mixed = 0x9e3779b9;
    for (const part of key) mixed = mixBits(mixed ^ Math.imul(part + 0x7f4a7c15, 0x9e3779b1));
    const state = [0, 1, 2, 3].map((word) => mixBits(mixed + Math.imul(word + 1, 0x6c8e9cf5)) | 1);
    this.#generator = xoroshiro128plusFromState(state);
    for (let i = 0; i < 4; i++) this.#generator.next();
  }

  /** Uniform in [0, 1). */
  share(): number {
    return (this.#generator.next() >>> 0) * scale32;
  }

  chance(probability: number): boolean {
    return probability > 0 && this.share() < probability;
  }

  /** A whole number, both bounds included. */
  whole(minimum: number, maximum: number): number {
    return minimum + Math.floor(this.share() * (maximum - minimum + 1));
  }

  pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.share() * choices.length)]!;
  }

  /** Index drawn with the given shares (the last takes what is left). */
  level(shares: readonly number[]): number {
    let left = this.share();
    let index = 0;
    while (index < shares.length - 1 && left >= shares[index]!) left -= shares[index++]!;
    return index;
  }

  /** Standard normal (Box–Muller). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.share()));
    return radius * Math.cos(2 * Math.PI * this.share());
  }

  /** Log-normal with mean 1 and the given standard deviation of the log. */
  spread(deviation: number): number {
    return Math.exp(deviation * this.normal() - (deviation * deviation) / 2);
  }

  /** Poisson count; meant for small means. */
  count(mean: number): number {
    let threshold = Math.exp(-mean);
    let product = threshold;
    const drawn = this.share();
    let count = 0;
    while (drawn > threshold && count < 60) {
      count += 1;
      product *= mean / count;
      threshold += product;
    }
    return count;
  }
}
