import { monthsBetween } from '../calendar.ts';
import type { ClientMonthSummary } from '../client-months/build-client-months.ts';
import type { RowChoice } from './landmark-rows.ts';
import { isTestPerson, type PeopleSplit, shareOf } from './people-split.ts';

/** There are too few client-months, or outcomes among them, to train or to judge. */
export class TooLittleToLearnFrom extends Error {
  readonly code = 'too-little-to-learn-from';
}

export interface TrainingPlan {
  /** `person-and-time`: other people, later months. `person`: other people only, there being one landmark. */
  readonly split: 'person-and-time' | 'person';
  /** Nothing that happened from this day on is learnt from. */
  readonly learntUntil: string;
  readonly training: RowChoice;
  readonly test: RowChoice;
}

/**
 * Plans a split by person and by time. Training sees earlier landmarks of people who are not tested, and of
 * their lives nothing after the test landmark: what somebody training on that day could have known. Where the
 * data are too short to see the longest horizon that way, the split is by person alone: other people, the
 * landmarks up to the test's, all of their follow-up. Above `maximumRows`, landmarks of people are left out by
 * the digits of their pseudonym, at each landmark other people: many people seen a few times teach more than a
 * few people seen often.
 */
export function planTraining(
  summary: ClientMonthSummary,
  longestHorizonMonths: number,
  people: PeopleSplit,
  maximumRows: number,
): TrainingPlan {
  const { testLandmark } = summary;
  if (testLandmark === undefined) {
    throw new TooLittleToLearnFrom('coverage: too short for the longest horizon after the look-back');
  }
  const first = summary.landmarks[0]!.landmarkOn;
  const isByTime = monthsBetween(first, testLandmark) >= longestHorizonMonths;
  const trainingMarks = summary.landmarks.filter(({ landmarkOn }) =>
    isByTime ? landmarkOn < testLandmark : landmarkOn <= testLandmark,
  );
  const testShare = people.by === 'share' ? people.testShare : 0;
  const trainingShare = maximumRows / (rowsOf(trainingMarks) * (1 - testShare));
  const isTraining = (client: string, landmarkOn: string) =>
    (shareOf(client, 1) + trainingMarks.findIndex((mark) => mark.landmarkOn === landmarkOn) * goldenRatio) %
      1 <
    trainingShare;
  const testMarks = summary.landmarks.filter((mark) => mark.landmarkOn === testLandmark);
  const isTested = (client: string) => shareOf(client, 1) < maximumRows / rowsOf(testMarks);
  return {
    split: isByTime ? 'person-and-time' : 'person',
    learntUntil: isByTime ? testLandmark : summary.scoringLandmark,
    training: {
      landmarks: trainingMarks.map(({ landmarkOn }) => landmarkOn),
      keeps: (client, group, _sources, landmarkOn) =>
        !isTestPerson(client, group, people) && isTraining(client, landmarkOn),
      followUpMonths: (landmarkOn) =>
        isByTime ? monthsBetween(landmarkOn, testLandmark) : Number.POSITIVE_INFINITY,
    },
    test: {
      landmarks: [testLandmark],
      keeps: (client, group) => isTestPerson(client, group, people) && isTested(client),
      followUpMonths: () => Number.POSITIVE_INFINITY,
    },
  };
}

/** Steps of this size spread evenly over 0 … 1, however many. */
const goldenRatio = 0.6180339887498949;

const rowsOf = (marks: ClientMonthSummary['landmarks']) => marks.reduce((sum, { rows }) => sum + rows, 0);
