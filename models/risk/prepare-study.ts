import { type FollowUp, pickFollowUp } from '../survival/follow-up.ts';
import { intervalGrid } from '../survival/interval-grid.ts';
import type { CalibrationKinds } from './calibration-kinds.ts';
import {
  curveFlags,
  type Encoding,
  type Expansion,
  encode,
  encodedWidth,
  learnEncoding,
  plainPositions,
} from './encoding.ts';
import { laterRows, learnForetold } from './foretold.ts';
import { type IntervalExposure, intervalExposure } from './interval-exposure.ts';
import type { PeerCuts } from './peers.ts';
import { type InnerSplit, sampleByPerson, splitsByPerson } from './people.ts';
import { columnsByName, type PredictorTable, pickPredictors } from './predictor-table.ts';
import type { AdditiveStudy } from './train-additive.ts';
import { type EncodedStudy, pickInputs } from './train-network.ts';
import type { TrainingSettings } from './training-settings.ts';

/** Where the finished parts of a training run are kept, so that a stopped run can go on where it was. */
export interface Checkpoints {
  read(part: string): Promise<Float32Array | undefined>;
  write(part: string, numbers: Float32Array): Promise<void>;
}

/** Rows to learn from: predictors and follow-up row by row. */
export interface RiskStudy {
  readonly predictors: PredictorTable;
  /** Time > 0; 0 censored, 1 the outcome, 2 the competing event. */
  readonly followUp: FollowUp;
  /** Row to person number, 0 … people − 1: a person's rows stay together in every inner split. */
  readonly person: Int32Array;
  /**
   * When each row's time starts, in the unit of time, from any common start: a person's later row tells networks
   * what becomes of them. Absent: networks are told of outcomes alone.
   */
  readonly landmark?: Int32Array;
  /** Rising, in the unit of time. */
  readonly horizons: readonly number[];
  /** Predictor name to the group it is explained under; absent: its own name. */
  readonly groups: Readonly<Record<string, string>>;
  /** Kinds of people for each of whom hazards are put right; absent: for all together. */
  readonly kinds?: CalibrationKinds;
  /** In what people are alike who are compared in an explanation; absent: everybody is. */
  readonly peers?: PeerCuts;
  readonly seed: number;
  readonly onProgress?: (doneShare: number) => void;
  /** Where finished parts are kept and looked for; absent: nowhere. */
  readonly checkpoints?: Checkpoints;
  /** Whether models will be asked to explain (absent: yes). */
  readonly explains?: boolean;
}

/** A study on a grid, and how to encode it for each kind of member, with its inner splits. */
export interface PreparedStudy {
  readonly study: RiskStudy;
  readonly gridEnds: readonly number[];
  /** 2 when a competing event was ever seen, else 1. */
  readonly causes: number;
  readonly encoding: Encoding;
  readonly exposure: IntervalExposure;
  readonly forAdditive: AdditiveStudy;
  readonly forNetworks: EncodedStudy;
  readonly forTrees: EncodedStudy;
  readonly splits: readonly InnerSplit[];
  readonly outcomes: number;
}

/** @throws RangeError when rows do not match, or there is no outcome by the last horizon */
export function prepareStudy(whole: RiskStudy, settings: TrainingSettings): PreparedStudy {
  checkStudy(whole);
  const study = thinned(whole, settings.maximumRows);
  const { predictors, followUp } = study;
  const gridEnds = [...intervalGrid(followUp, gridHorizons(study), settings.intervals)];
  const exposure = intervalExposure(followUp, gridEnds);
  const encoding = learnEncoding(predictors, settings.bins);
  const encoded = (expansion: Expansion): EncodedStudy => ({
    width: encodedWidth(encoding, expansion),
    exposure,
    inputsOf: (rows) => encode(encoding, predictors, expansion, rows),
  });
  return {
    study,
    gridEnds,
    causes: followUp.event.includes(2) ? 2 : 1,
    encoding,
    exposure,
    forAdditive: { ...encoded('curves'), isCurve: curveFlags(encoding) },
    forTrees: encoded('plain'),
    forNetworks: networkStudy(study, encoding, exposure, settings),
    splits: splitsByPerson(study.person, settings.innerParts, settings.innerSplits, study.seed),
    outcomes: followUp.event.reduce((sum, event) => sum + Number(event === 1), 0),
  };
}

/** Networks read every row many times: it is encoded once, when first read. They foretell later rows beside. */
function networkStudy(
  { predictors, person, landmark, horizons }: RiskStudy,
  encoding: Encoding,
  exposure: IntervalExposure,
  { networkExpansion: expansion, foretoldWeight }: TrainingSettings,
): EncodedStudy {
  const width = encodedWidth(encoding, expansion);
  const plainInputs = (rows: Int32Array) => encode(encoding, predictors, 'plain', rows);
  const later = laterRows(person, landmark, horizons[0]!);
  let held: Float32Array | undefined;
  return {
    width,
    exposure,
    inputsOf: (rows) => {
      held ??= encode(encoding, predictors, expansion);
      return pickInputs(held, width, rows);
    },
    foretold: learnForetold(later, plainPositions(encoding, expansion), plainInputs, foretoldWeight),
  };
}

function checkStudy({ predictors, followUp, person, landmark, horizons }: RiskStudy): void {
  columnsByName(predictors, predictors.names);
  for (const [what, length] of [
    ['times', followUp.time.length],
    ['events', followUp.event.length],
    ['persons', person.length],
    ['landmarks', landmark?.length ?? predictors.rows],
  ] as const) {
    if (length !== predictors.rows)
      throw new RangeError(`${what}: expected ${predictors.rows}, got ${length}`);
  }
  const last = horizons.at(-1)!;
  if (!followUp.event.some((event, row) => event === 1 && followUp.time[row]! <= last)) {
    throw new RangeError(`outcomes by ${last}: expected at least one, got none`);
  }
}

/** At most `maximumRows` rows, whole persons by lot. */
function thinned(study: RiskStudy, maximumRows: number): RiskStudy {
  if (study.predictors.rows <= maximumRows) return study;
  const rows = sampleByPerson(study.person, maximumRows, study.seed);
  return {
    ...study,
    predictors: pickPredictors(study.predictors, rows),
    followUp: pickFollowUp(study.followUp, rows),
    person: rows.map((row) => study.person[row]!),
    ...(study.landmark && { landmark: rows.map((row) => study.landmark![row]!) }),
  };
}

/**
 * The horizons, and an end beyond the last one where events were seen there too: up to twice the last
 * horizon, follow-up teaches who is at risk.
 */
function gridHorizons({ followUp: { time, event }, horizons }: RiskStudy): number[] {
  const last = horizons.at(-1)!;
  const later = time.filter((when, row) => when > last && event[row]! > 0);
  if (later.length < time.length / 100) return [...horizons];
  return [
    ...horizons,
    Math.min(
      2 * last,
      later.reduce((longest, when) => Math.max(longest, when)),
    ),
  ];
}

/** Every row's position. */
export const allRows = ({ predictors }: RiskStudy) =>
  Int32Array.from({ length: predictors.rows }, (_, row) => row);
