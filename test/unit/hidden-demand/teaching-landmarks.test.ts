import { expect, it } from 'vitest';
import { teachingLandmarks } from '../../../functions/core/hidden-demand/teaching-landmarks.ts';

const landmarks = [2024, 2025, 2026]
  .flatMap((year) => [`${year}-01-01`, `${year}-07-01`])
  .map((landmarkOn) => ({ landmarkOn, rows: 1 }));

it('teach: the latest, and from it backwards those at each step that there are', () => {
  const taught = (count: number, everyMonths: number, scoringLandmark = '2026-07-01') =>
    teachingLandmarks({ landmarks: { count, everyMonths } }, { scoringLandmark, landmarks });
  expect(taught(2, 12)).toEqual(['2025-07-01', '2026-07-01']);
  expect(taught(9, 12)).toEqual(['2024-07-01', '2025-07-01', '2026-07-01']);
  expect(taught(3, 6, '2025-01-01')).toEqual(['2024-01-01', '2024-07-01', '2025-01-01']);
});
