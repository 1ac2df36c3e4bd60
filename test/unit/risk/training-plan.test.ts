import { describe, expect, it } from 'vitest';
import { programmes } from '../../../data-contracts/programmes/index.ts';
import { monthsBetween } from '../../../functions/core/calendar.ts';
import { landmarksFor } from '../../../functions/core/client-months/landmarks-for.ts';
import { planTraining } from '../../../functions/core/risk/training-plan.ts';

const programme = programmes['older-people'];
const longest = programme.horizonsMonths[1];

function planOf(months: number) {
  const coversTo = new Date(Date.UTC(2018, months, 0)).toISOString().slice(0, 10);
  const marks = landmarksFor(programme, '2018-01-01', coversTo);
  const landmarks = marks.landmarks.map((landmarkOn) => ({ landmarkOn, rows: 1000 }));
  const summary = { ...marks, landmarks, rows: 0, coversFrom: '2018-01-01', coversTo };
  const plan = planTraining(summary, longest, { by: 'share', testShare: 0.3 }, 10_000);
  return { plan, testLandmark: marks.testLandmark! };
}

describe('the training plan', () => {
  it.each([60, 61, 72, 95])(
    'follows somebody to the longest horizon with %i months of data, by person',
    (months) => {
      const { plan, testLandmark } = planOf(months);
      expect(plan.split).toBe('person');
      expect(plan.training.landmarks.at(-1)).toBe(testLandmark);
      expect(plan.training.followUpMonths(testLandmark)).toBeGreaterThanOrEqual(longest);
    },
  );

  it.each([96, 97, 120])('sees nothing after the test landmark with %i months of data', (months) => {
    const { plan, testLandmark } = planOf(months);
    expect(plan.split).toBe('person-and-time');
    const seen = plan.training.landmarks.map((mark) => plan.training.followUpMonths(mark));
    expect(Math.max(...seen)).toBeGreaterThanOrEqual(longest);
    for (const mark of plan.training.landmarks) {
      expect(plan.training.followUpMonths(mark)).toBe(monthsBetween(mark, testLandmark));
    }
  });

  it('never tests a person it trains on', () => {
    const { plan } = planOf(96);
    const people = Array.from(
      { length: 500 },
      (_, n) => `${(n * 8_589_934).toString(16).padStart(8, '0')}${'0'.repeat(24)}`,
    );
    expect(people.some((client) => plan.test.keeps(client, '', ''))).toBe(true);
    expect(
      people.filter((client) => plan.test.keeps(client, '', '') && plan.training.keeps(client, '', '')),
    ).toEqual([]);
  });
});
