import type { HiddenDemandRule } from '../../../data-contracts/schemas/programme.ts';
import { monthOf } from '../calendar.ts';
import type { ClientMonthSummary } from '../client-months/build-client-months.ts';

/** The landmarks that teach, rising: the latest, and from it backwards those at each step that there are. */
export function teachingLandmarks(
  { landmarks: { count, everyMonths } }: Pick<HiddenDemandRule, 'landmarks'>,
  { scoringLandmark, landmarks }: Pick<ClientMonthSummary, 'scoringLandmark' | 'landmarks'>,
): string[] {
  const latest = monthOf(scoringLandmark);
  return landmarks
    .map(({ landmarkOn }) => landmarkOn)
    .filter((landmark) => {
      const steps = (latest - monthOf(landmark)) / everyMonths;
      return Number.isInteger(steps) && steps >= 0 && steps < count;
    })
    .sort();
}
