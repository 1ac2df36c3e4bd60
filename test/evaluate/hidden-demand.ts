import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { serviceStatusRules } from '../../data-contracts/catalogues/index.ts';
import { sqlPath } from '../../functions/adapters/duckdb/ingest-engine.ts';
import { monthOf } from '../../functions/core/calendar.ts';
import {
  type ClientMonthSummary,
  clientMonthStation,
} from '../../functions/core/client-months/build-client-months.ts';
import { lookingFor, withService } from '../../functions/core/hidden-demand/found-rows.ts';
import { teachingLandmarks } from '../../functions/core/hidden-demand/teaching-landmarks.ts';
import { Pseudonymiser } from '../../functions/core/identity/pseudonym.ts';
import type { Progress } from '../../functions/core/ports/progress.ts';
import { requireCurrent } from '../../functions/core/require-current.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import { type LandmarkRows, readLandmarkRows } from '../../functions/core/risk/landmark-rows.ts';
import { folderHome } from '../../functions/homes/folder-home.ts';
import { keysOf } from '../../functions/homes/folder-home-keys.ts';
import { fitRidgeLogistic } from '../../models/baseline/ridge-logistic.ts';
import { bootstrapByPerson, type Estimate, estimateFrom } from '../../models/evaluation/person-bootstrap.ts';
import { crossFitted } from '../../models/hidden-demand/cross-fitted.ts';
import { hiddenDemand } from '../../models/hidden-demand/hidden-demand.ts';
import { splitsByPerson } from '../../models/risk/people.ts';
import { type PredictorTable, pickPredictors } from '../../models/risk/predictor-table.ts';
import { inCounty, type Simulated } from './county.ts';

const programme = requireProgramme('older-people');
const rule = programme.hiddenDemand!;
const replicates = 400;
const listShare = 0.01;
/** Outcomes are counted within so many months, by which the list of those at risk is learnt. */
const riskMonths = programme.horizonsMonths[1];

/** A list of the strongest hundredth of those without service, judged by the simulator's truth. */
export interface JudgedList {
  readonly name: string;
  /** Share of the list with hidden need. */
  readonly precision: Estimate;
  /** Over that of the list by risk alone, on the same resamples of people. */
  readonly timesRisk: Estimate;
  /** Over that of boosting which was taught the truth. */
  readonly ofTaught: Estimate;
  /** Starts of the outcome that the true risks of the list's people add up to. */
  readonly expectedStarts: number;
}

export interface JudgedHiddenDemand {
  readonly landmarkOn: string;
  readonly people: number;
  readonly hidden: number;
  readonly listed: number;
  readonly lists: readonly JudgedList[];
}

/** What the simulator knows of somebody at a landmark. */
interface Truth {
  readonly isInNeed: boolean;
  readonly avoids: boolean;
  readonly isUndiagnosed: boolean;
  readonly risk: number;
}

/**
 * Judges hidden demand in a simulated home: of those without service, who is in need and avoids care or has a memory
 * disorder that nobody knows. The figures found have no truth in them; beside them stand those at risk by what happened, a logistic
 * baseline of the signs, and boosting that was taught the truth of the other half of the people.
 */
export async function judgeHiddenDemand(
  home: string,
  landmarkOn: string,
  pseudonymKey: Uint8Array,
  seed: number,
): Promise<JudgedHiddenDemand> {
  const rows = await rowsFor(home, landmarkOn);
  const truth = await truthAt(home, landmarkOn, pseudonymKey);
  const hasService = withService(rows);
  const isAsked = (row: number) => rows.landmark[row] === monthOf(landmarkOn);
  const study = {
    predictors: rows.predictors,
    person: rows.person,
    hasService,
    teaches: () => true,
    isAsked,
    seed,
  };
  const found = hiddenDemand(study, rule);
  const group: Group = { rows, hasService, asked: found.rows, seed };
  const known = Array.from(found.rows, (row) => truth.get(rows.clients[row]!)!);
  const isHidden = Uint8Array.from(known, (one) =>
    one.isInNeed && (one.avoids || one.isUndiagnosed) ? 1 : 0,
  );
  const isFew = (place: number) => found.contactShare[place]! <= rule.lowestShare;
  const strengths: Record<string, Float64Array> = {
    'risk, by what happened': byRisk(group),
    'signs without a diagnosis': found.signs,
    '– by logistic regression': byLogistic(group, found.signs),
    'few contacts for the need': found.need.map((need, place) => (isFew(place) ? need : Number.NaN)),
    'boosting taught the truth': byTruth(group, truth),
  };
  const listed = Math.round(listShare * found.rows.length);
  const lists = Object.values(strengths).map((strength) => strongest(strength, listed));
  return {
    landmarkOn,
    people: found.rows.length,
    hidden: isHidden.reduce((sum, one) => sum + one, 0),
    listed,
    lists: judged(Object.keys(strengths), lists, isHidden, known, seed),
  };
}

/**
 * In a county that is simulated for it, or in a simulated home that is there: at the latest landmark whose outcomes
 * are known up to the longer horizon.
 */
export function evaluateHiddenDemand(county: Simulated, progress: Progress): Promise<JudgedHiddenDemand> {
  const judge = async (folder: string) =>
    judgeHiddenDemand(
      folder,
      await latestKnown(folder),
      await (await keysOf(folder)).pseudonymKey(),
      county.seed,
    );
  return inCounty(county, progress, judge);
}

async function latestKnown(home: string): Promise<string> {
  const months = await requireCurrent(folderHome(home).publications, clientMonthStation(programme));
  const { scoringLandmark, landmarks } = months.summary as unknown as ClientMonthSummary;
  const known = landmarks.filter(
    ({ landmarkOn }) => monthOf(scoringLandmark) - monthOf(landmarkOn) >= riskMonths,
  );
  return known.at(-1)!.landmarkOn;
}

interface Group {
  readonly rows: LandmarkRows;
  readonly hasService: Uint8Array;
  readonly asked: Int32Array;
  readonly seed: number;
}

async function rowsFor(home: string, landmarkOn: string): Promise<LandmarkRows> {
  const { publications, files } = folderHome(home);
  const months = await requireCurrent(publications, clientMonthStation(programme));
  const { landmarks: all } = months.summary as unknown as ClientMonthSummary;
  const landmarks = teachingLandmarks(rule, { scoringLandmark: landmarkOn, landmarks: all });
  return readLandmarkRows(
    (await files()).clientMonths(),
    months,
    { programme: lookingFor(programme, rule), serviceStatusRules },
    {
      landmarks,
      keeps: () => true,
      followUpMonths: () => Number.POSITIVE_INFINITY,
    },
  );
}

/** Of everybody known to be so or so at the horizon, by what happened to the other half of the people. */
function byRisk({ rows, asked, seed }: Group): Float64Array {
  const { time, event } = rows.followUp;
  const has = Uint8Array.from(time, (months, row) => (event[row] === 1 && months <= riskMonths ? 1 : 0));
  const isKnown = (row: number) => event[row]! > 0 || time[row]! >= riskMonths;
  const { predictors: table, person } = rows;
  return crossFitted({ table, person, has, teaches: isKnown, asked }, seed).chances;
}

/** Taught, of the landmark's people without service, who has hidden need. */
function byTruth({ rows, asked, seed }: Group, truth: ReadonlyMap<string, Truth>): Float64Array {
  const isAsked = new Set(asked);
  const has = Uint8Array.from(rows.clients, (client, row) => {
    const one = isAsked.has(row) ? truth.get(client) : undefined;
    return one?.isInNeed && (one.avoids || one.isUndiagnosed) ? 1 : 0;
  });
  const { predictors: table, person } = rows;
  return crossFitted({ table, person, has, teaches: (row) => isAsked.has(row), asked }, seed).chances;
}

/** The signs once more by ridge logistic regression, on the same halves of the people. */
function byLogistic({ rows, hasService, asked, seed }: Group, signs: Float64Array): Float64Array {
  const names = rows.predictors.names.filter(
    (name) => name !== rule.diagnosis && !(rule.withoutPredictors as readonly string[]).includes(name),
  );
  const columnOf = (name: string) => rows.predictors.columns[rows.predictors.names.indexOf(name)]!;
  const table: PredictorTable = { names, rows: rows.predictors.rows, columns: names.map(columnOf) };
  const has = columnOf(rule.diagnosis);
  const chances = new Float64Array(asked.length);
  for (const { learn, judge } of splitsByPerson(rows.person, 2, 2, seed)) {
    const own = learn.filter((row) => hasService[row] === 0);
    const taught = pickPredictors(table, own);
    const fitted = fitRidgeLogistic({
      ...taught,
      y: Uint8Array.from(own, (row) => (has[row] === 1 ? 1 : 0)),
      weights: new Float64Array(own.length).fill(1),
      person: own.map((row) => rows.person[row]!),
      seed,
    });
    const judged = new Set(judge);
    const places = [...asked.keys()].filter((place) => judged.has(asked[place]!));
    const told = pickPredictors(
      table,
      places.map((place) => asked[place]!),
    );
    fitted.predict(told.columns, told.rows).forEach((chance, at) => {
      chances[places[at]!] = chance;
    });
  }
  return chances.map((chance, place) => (Number.isNaN(signs[place]) ? Number.NaN : chance));
}

/** Places of the strongest, ties by place; who has no strength is on no list. */
const strongest = (strength: Float64Array, count: number) =>
  [...strength.keys()]
    .filter((place) => !Number.isNaN(strength[place]))
    .sort((one, other) => strength[other]! - strength[one]! || one - other)
    .slice(0, count);

function judged(
  names: readonly string[],
  lists: readonly (readonly number[])[],
  isHidden: Uint8Array,
  known: readonly Truth[],
  seed: number,
): JudgedList[] {
  const precisions = (weight?: Float64Array) =>
    lists.map((list) => {
      let [hidden, people] = [0, 0];
      for (const place of list) {
        people += weight?.[place] ?? 1;
        hidden += (weight?.[place] ?? 1) * isHidden[place]!;
      }
      return hidden / people;
    });
  const person = { people: isHidden.length, personOfRow: Int32Array.from(isHidden.keys()) };
  const resampled = bootstrapByPerson(person, { replicates, seed }, precisions);
  const own = precisions();
  const ratioTo = (list: number, other: number) =>
    estimateFrom(
      own[list]! / own[other]!,
      resampled.map((one) => one[list]! / one[other]!),
    );
  return names.map((name, list) => ({
    name,
    precision: estimateFrom(
      own[list]!,
      resampled.map((one) => one[list]!),
    ),
    timesRisk: ratioTo(list, 0),
    ofTaught: ratioTo(list, names.length - 1),
    expectedStarts: lists[list]!.reduce((sum, place) => sum + known[place]!.risk, 0),
  }));
}

async function truthAt(
  home: string,
  landmarkOn: string,
  pseudonymKey: Uint8Array,
): Promise<ReadonlyMap<string, Truth>> {
  const pseudonymiser = new Pseudonymiser(pseudonymKey);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const file = sqlPath(join(home, 'truth', 'true-risk.parquet'));
    const rows = await connection.runAndReadAll(
      `select client_identifier, frailty, memory_stage, avoids, is_memory_diagnosed, risk_36
       from read_parquet(${file}) where cast(landmark_on as date) = cast('${landmarkOn}' as date)`,
    );
    return new Map(
      rows.getRowObjectsJS().map((row): [string, Truth] => [
        pseudonymiser.pseudonymOf(row.client_identifier as string),
        {
          isInNeed: Number(row.frailty) >= 2 || Number(row.memory_stage) >= 1,
          avoids: Number(row.avoids) === 1,
          isUndiagnosed: Number(row.memory_stage) >= 1 && Number(row.is_memory_diagnosed) === 0,
          risk: Number(row.risk_36),
        },
      ]),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
