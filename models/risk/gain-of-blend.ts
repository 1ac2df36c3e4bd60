import { z95 } from '../survival/confidence.ts';
import type { BlendPart } from './blend.ts';
import type { JudgedRows } from './calibrate-hazards.ts';
import { outcomeLossesOf } from './judged-blends.ts';
import { pairedGain } from './paired-gain.ts';
import type { PreparedStudy } from './prepare-study.ts';

/** What the blend gains over the additive model alone, on people not learnt from. */
export interface BlendGain {
  /** Additive minus blend: loss of the outcome per row up to the last horizon; above 0 the blend is better. */
  readonly lossGain: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly judgedPeople: number;
  /** What the networks and trees count for, of the share that they were given. */
  readonly trust: number;
}

/**
 * What the blend gains over the additive model alone, people taken as independent. Networks and trees count by how
 * surely they gain: where little is known of it, what is served is between the two, and no coin's toss decides.
 */
export function gainOfBlend(
  prepared: PreparedStudy,
  additive: readonly JudgedRows[],
  blend: readonly JudgedRows[],
): BlendGain {
  const losses = (judged: readonly JudgedRows[]) =>
    judged.map((one) => ({ rows: one.rows, losses: outcomeLossesOf(prepared, one) }));
  const { gain, standardError, people } = pairedGain(prepared, losses(additive), losses(blend));
  const [lower95, upper95] = [gain - z95 * standardError, gain + z95 * standardError];
  return {
    lossGain: gain,
    lower95,
    upper95,
    judgedPeople: people,
    trust: normalShare(gain / standardError),
  };
}

/** A blend, additive member first, whose other members count for a part of their shares only. */
export function trusted<Part extends BlendPart>(blend: readonly Part[], trust: number): Part[] {
  return blend.map((one, at) => ({
    ...one,
    share: at === 0 ? 1 - trust * (1 - one.share) : trust * one.share,
  }));
}

/** Share of a standard normal below z, by its logistic likeness: off by .01 at most. */
const normalShare = (z: number) => 1 / (1 + Math.exp(-1.702 * z));
