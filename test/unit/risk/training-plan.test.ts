import { describe, expect, it } from 'vitest';
import { programmes } from '../../../data-contracts/programmes/index.ts';
import { monthsBetween } from '../../../functions/core/calendar.ts';
import { landmarksFor } from '../../../functions/core/client-months/landmarks-for.ts';
import { planTraining } from '../../../functions/core/risk/training-plan.ts';

const programme = programmes['older-people']!;
const longest = programme.horizonsMonths[1];

function planOf(months: number, maximumRows = 10_000) {
  const coversTo = new Date(Date.UTC(2018, months, 0)).toISOString().slice(0, 10);
  const marks = landmarksFor(programme, '2018-01-01', coversTo);
  const landmarks = marks.landmarks.map((landmarkOn) => ({ landmarkOn, rows: 1000 }));
  const summary = { ...marks, landmarks, rows: 0, coversFrom: '2018-01-01', coversTo };
  const plan = planTraining(summary, longest, { by: 'share', testShare: 0.3 }, maximumRows);
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
    const mark = plan.training.landmarks[0]!;
    const people = Array.from(
      { length: 500 },
      (_, n) => `${(n * 8_589_934).toString(16).padStart(8, '0')}${'0'.repeat(24)}`,
    );
    expect(people.some((client) => plan.test.keeps(client, '', '', mark))).toBe(true);
    expect(
      people.filter(
        (client) => plan.test.keeps(client, '', '', mark) && plan.training.keeps(client, '', '', mark),
      ),
    ).toEqual([]);
  });

  it('keeps about the rows asked for, of nearly everybody, at each landmark other people', () => {
    const { plan } = planOf(120, 2100);
    const people = Array.from({ length: 2000 }, (_, n) => {
      const digits = (Math.imul(n + 1, 2654435761) >>> 0).toString(16).padStart(8, '0');
      return `ffffffff${digits}${'0'.repeat(16)}`;
    });
    const marks = plan.training.landmarks;
    const kept = people.map(
      (client) => marks.filter((mark) => plan.training.keeps(client, '', '', mark)).length,
    );
    const share = 2100 / (0.7 * 1000 * marks.length);
    const mean = kept.reduce((sum, one) => sum + one, 0) / people.length / marks.length;
    expect(Math.abs(mean - share)).toBeLessThan(0.01);
    expect(kept.filter((one) => one > 0).length / people.length).toBeGreaterThan(0.95);
  });
});
