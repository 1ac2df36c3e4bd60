import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import firstAdmission from '../../../data-contracts/programmes/first-admission.json' with { type: 'json' };
import olderPeople from '../../../data-contracts/programmes/older-people.json' with { type: 'json' };
import { Programme } from '../../../data-contracts/schemas/programme.ts';
import { landmarksFor, TooLittleCoverage } from '../../../functions/core/client-months/landmarks-for.ts';

const older = Programme.parse(olderPeople);
const admission = Programme.parse(firstAdmission);

describe('landmarksFor', () => {
  it('goes from the look-back after the start to the day after the end, half a year apart', () => {
    const { landmarks, testLandmark, scoringLandmark } = landmarksFor(older, '2018-01-01', '2025-12-31');
    expect(landmarks).toEqual([
      ...['2020-01-01', '2020-07-01', '2021-01-01', '2021-07-01', '2022-01-01', '2022-07-01', '2023-01-01'],
      ...['2023-07-01', '2024-01-01', '2024-07-01', '2025-01-01', '2025-07-01', '2026-01-01'],
    ]);
    expect(testLandmark).toBe('2023-01-01');
    expect(scoringLandmark).toBe('2026-01-01');
  });

  it('tests at the first landmark where three years of data leave no earlier one', () => {
    const { landmarks, testLandmark } = landmarksFor(admission, '2008-01-01', '2010-12-31');
    expect(landmarks).toEqual(['2009-01-01', '2009-07-01', '2010-01-01', '2010-07-01', '2011-01-01']);
    expect(testLandmark).toBe('2009-01-01');
  });

  it('counts whole months only', () => {
    const { landmarks, historyFrom, scoringLandmark } = landmarksFor(admission, '2008-01-02', '2010-12-30');
    expect(historyFrom).toBe('2008-02-01');
    expect(scoringLandmark).toBe('2010-12-01');
    expect(landmarks[0]).toBe('2009-02-01');
  });

  it('has no test landmark where the second horizon does not fit', () => {
    expect(landmarksFor(admission, '2008-01-01', '2010-11-30').testLandmark).toBeUndefined();
  });

  it('refuses data shorter than the look-back', () => {
    expect(() => landmarksFor(older, '2018-01-01', '2019-11-30')).toThrow(TooLittleCoverage);
    expect(landmarksFor(older, '2018-01-01', '2019-12-31').landmarks).toEqual(['2020-01-01']);
  });

  it('gives rising firsts of months, among them the test and the scoring landmark', () => {
    const month = fc.integer({ min: 0, max: 11 });
    fc.assert(
      fc.property(
        month,
        fc.integer({ min: 24, max: 200 }),
        fc.integer({ min: 1, max: 60 }),
        (from, length, every) => {
          const programme = { ...older, landmarks: { lookBackMonths: 24, everyMonths: every } };
          const end = new Date(Date.UTC(2000, from + length, 0)).toISOString().slice(0, 10);
          const made = landmarksFor(
            programme,
            new Date(Date.UTC(2000, from, 1)).toISOString().slice(0, 10),
            end,
          );
          expect([...made.landmarks].sort()).toEqual(made.landmarks);
          expect(new Set(made.landmarks).size).toBe(made.landmarks.length);
          expect(made.landmarks.every((day) => /^\d{4}-\d\d-01$/.test(day))).toBe(true);
          expect(made.landmarks.at(-1)).toBe(made.scoringLandmark);
          if (made.testLandmark) expect(made.landmarks).toContain(made.testLandmark);
          expect(made.testLandmark !== undefined).toBe(length >= 24 + 36);
        },
      ),
    );
  });
});
