import { type RaiScaleCode, raiScales } from '../../data-contracts/vocabularies/rai-scales.ts';
import { assessments } from './assumptions.ts';
import { isoDay } from './calendar.ts';
import type { ClientRows } from './client-rows.ts';
import { careLevel, type LifeState } from './life-state.ts';
import type { Person, SeenMonth } from './person.ts';
import type { RandomStream } from './random-stream.ts';

/** What each scale would show of a state without noise; magnitudes for simulation only. */
const expectedPoints: Record<RaiScaleCode, (state: LifeState, mood: number) => number> = {
  MAPLE: ({ frailty, memory }) => 1 + 0.6 * frailty + 0.7 * memory,
  CPS: ({ memory }) => [0.4, 1.8, 3.2, 5][memory]!,
  ADLH: ({ frailty, memory }) => [0.1, 0.4, 1.2, 2.8, 4.4][frailty]! + 0.3 * memory,
  IADLP: ({ frailty, memory }) => 4 + 7 * frailty + 5 * memory,
  CHESS: ({ frailty, recentStay }) => 0.2 + 0.5 * frailty + 1.2 * recentStay,
  DRS: ({ frailty, livesAlone }, mood) => mood + 0.4 * frailty + 0.5 * livesAlone,
  PAIN: ({ frailty }) => 0.5 + 0.4 * frailty,
  DIVERT: ({ frailty, recentStay }) => 1.3 + 0.6 * frailty + 1.4 * recentStay,
};
const scales = Object.keys(expectedPoints) as RaiScaleCode[];

/** RAI assessments each half-year of people in service, late and sometimes missing. */
export function writeAssessments(person: Person, rows: ClientRows, random: RandomStream): void {
  const depth = random.share();
  const mood = 2.5 * depth * depth;
  let dueIn = random.whole(1, 3);
  for (const month of person.months) {
    if (month.before.care < careLevel.support) continue;
    dueIn -= 1;
    if (dueIn > 0) continue;
    dueIn = assessments.everyMonths;
    if (!random.chance(assessments.missingShare)) writeAssessment(month, mood, rows, random);
  }
}

function writeAssessment(month: SeenMonth, mood: number, rows: ClientRows, random: RandomStream): void {
  const { fewest, most } = assessments.lateMonths;
  const assessedOn = random.whole(month.from, month.until - 1);
  const recordedOn = assessedOn + random.whole(30 * fewest, 30 * most);
  const instrument = month.before.care === careLevel.roundTheClock ? 'RAI-LTC' : 'RAI-HC';
  const head = `${rows.nextId('a')},${isoDay(assessedOn)},${instrument}`;
  for (const scale of scales) {
    rows.add('assessments', recordedOn, `${head},${scale},${points(scale, month.before, mood, random)},rai`);
  }
}

/** Noise grows with the length of the scale; a point is whole and inside the scale. */
function points(scale: RaiScaleCode, state: LifeState, mood: number, random: RandomStream): number {
  const { minimum, maximum } = raiScales[scale];
  const noise = random.normal() * assessments.noisePoints * Math.max(1, maximum / 8);
  return Math.min(maximum, Math.max(minimum, Math.round(expectedPoints[scale](state, mood) + noise)));
}
