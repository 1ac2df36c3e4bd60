import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { dayAfter, monthOf } from '../calendar.ts';

/** The landmarks of a programme on given data; days are ISO 8601, each the first of a month. */
export interface Landmarks {
  /** Rising; holds the other two. */
  readonly landmarks: readonly string[];
  /** Whole second horizon of follow-up after it; undefined when the data are too short for that. */
  readonly testLandmark: string | undefined;
  /** The first of the month after the last whole month of data: nothing follows it, and it is what is scored. */
  readonly scoringLandmark: string;
  /** The first of the first whole month of data. */
  readonly historyFrom: string;
}

/** The data are too short for even one landmark of the programme. */
export class TooLittleCoverage extends Error {
  readonly code = 'too-little-coverage';
}

/**
 * Landmarks every `everyMonths` from the first that has the programme's look-back, and besides those the
 * scoring landmark and the test landmark. Only whole months of data count.
 * @param coversFrom first day of the data, ISO 8601
 * @param coversTo last day of the data, ISO 8601
 * @throws TooLittleCoverage when the whole months are fewer than the look-back
 */
export function landmarksFor(programme: Programme, coversFrom: string, coversTo: string): Landmarks {
  const { lookBackMonths, everyMonths } = programme.landmarks;
  const start = monthOf(coversFrom) + (coversFrom.endsWith('-01') ? 0 : 1);
  const end = monthOf(dayAfter(coversTo));
  const first = start + lookBackMonths;
  if (end < first) {
    throw new TooLittleCoverage(
      `${programme.id}: needs ${lookBackMonths} whole months of data, got ${Math.max(0, end - start)}`,
    );
  }
  const test = end - programme.horizonsMonths[1];
  const months = new Set([end]);
  for (let month = first; month < end; month += everyMonths) months.add(month);
  if (test >= first) months.add(test);
  return {
    landmarks: [...months].sort((one, other) => one - other).map(firstDayOf),
    testLandmark: test >= first ? firstDayOf(test) : undefined,
    scoringLandmark: firstDayOf(end),
    historyFrom: firstDayOf(start),
  };
}

function firstDayOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
