import { z95 } from '../survival/confidence.ts';
import type { JudgedRows } from './calibrate-hazards.ts';
import { lossesOf } from './judged-blends.ts';
import type { PreparedStudy } from './prepare-study.ts';

/** What the blend gains over the additive model alone, on people not learnt from. */
export interface BlendGain {
  /** Additive minus blend: loss per row up to the last horizon; above 0 the blend is better. */
  readonly lossGain: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly judgedPeople: number;
  readonly served: 'additive' | 'blend';
}

/**
 * Decides which model is served. The simplest: the additive one, whose every part can be read off, unless the
 * blend's loss is lower beyond the 95 % interval of the paired difference, people taken as independent.
 */
export function gainOfBlend(
  prepared: PreparedStudy,
  additive: readonly JudgedRows[],
  blend: readonly JudgedRows[],
): BlendGain {
  const { person, preference = 'simplest' } = prepared.study;
  const ofPerson = new Map<number, number>();
  let [rows, total] = [0, 0];
  additive.forEach((one, split) => {
    const [first, second] = [lossesOf(prepared, one), lossesOf(prepared, blend[split]!)];
    one.rows.forEach((row, at) => {
      const gain = first[at]! - second[at]!;
      ofPerson.set(person[row]!, (ofPerson.get(person[row]!) ?? 0) + gain);
      total += gain;
      rows += 1;
    });
  });
  const lossGain = total / rows;
  const meanOfPerson = total / ofPerson.size;
  let squares = 0;
  for (const gain of ofPerson.values()) squares += (gain - meanOfPerson) * (gain - meanOfPerson);
  const spread = (z95 * Math.sqrt(squares)) / rows;
  const [lower95, upper95] = [lossGain - spread, lossGain + spread];
  const isBetter = preference === 'likeliest' ? lossGain > 0 : lower95 > 0;
  return { lossGain, lower95, upper95, judgedPeople: ofPerson.size, served: isBetter ? 'blend' : 'additive' };
}
