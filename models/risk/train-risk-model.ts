import { additiveNumbers, additiveParameters } from './additive-member.ts';
import { calibrationSlopes, fitBaseline, type JudgedRows } from './calibrate-hazards.ts';
import {
  additiveAndNetworks,
  chooseRidge,
  chooseStrength,
  type JudgedChoice,
  judgedBlend,
  judgingHead,
} from './choose-by-people.ts';
import { shareOutRemainder } from './explanation.ts';
import { hazardHead, outputsOf } from './hazard-head.ts';
import { sampleByPerson } from './people.ts';
import { pickPredictors } from './predictor-table.ts';
import { type PreparedStudy, prepareStudy, type RiskStudy } from './prepare-study.ts';
import { type FittedMember, type FittedRiskModel, RiskModel, rowsBetween } from './risk-model.ts';
import { gainOfNetworks } from './simplest-model.ts';
import { trainAdditive } from './train-additive.ts';
import { type EncodedStudy, trainNetwork } from './train-network.ts';
import { TrainingParts } from './training-parts.ts';
import { type StrengthName, settingsFor, strengthOf, type TrainingSettings } from './training-settings.ts';

/** What a training run makes: the model to serve, and the others beside it. */
export interface TrainedModels {
  readonly served: RiskModel;
  /** Always there; the same object as `served` when it is served. */
  readonly additive: RiskModel;
  /** Additive and networks; absent with too few outcomes for networks. */
  readonly blend: RiskModel | undefined;
}

/**
 * Trains the risk network: an additive spline hazard and, with enough outcomes, an ensemble of small networks,
 * blended on the logit of the hazard. Ridge and strength are chosen by their loss on other
 * people; hazards are recalibrated on them; and the additive model is served unless the networks are better
 * beyond the paired interval. The same study and seed give the same bytes, stopped and resumed or not.
 *
 * @param chosen instead of the settings that follow from the number of rows
 * @throws RangeError when there is no outcome, or no predictor tells anything
 */
export async function trainRiskModel(
  whole: RiskStudy,
  chosen?: Partial<TrainingSettings>,
): Promise<TrainedModels> {
  const settings = { ...settingsFor(whole.predictors.rows), ...chosen };
  const prepared = prepareStudy(whole, settings);
  const hasNetworks = prepared.outcomes >= settings.leastOutcomesForNetworks;
  const parts = new TrainingParts(whole.checkpoints, whole.onProgress);
  parts.expect(partCount(prepared, settings, hasNetworks));
  const ridge = await chooseRidge(prepared, settings, parts);
  const additive = await fitAdditive(prepared, settings, ridge, parts);
  const judgedAdditive = ridge.ofSplits.map((model, split) =>
    judgedBlend(prepared, [{ ...model, share: 1 }], split),
  );
  const told = describe(whole, prepared, settings);
  const alone = { ...told, ridge: ridge.choice, strength: null, gain: null };
  if (!hasNetworks) {
    const model = finished(prepared, settings, [{ ...additive, share: 1 }], judgedAdditive, alone);
    return { served: model, additive: model, blend: undefined };
  }
  const strength = await chooseStrength(prepared, ridge.ofSplits, settings, parts);
  const networks = await fitNetworks(prepared, settings, strength.choice.chosen, parts);
  const judgedBoth = strength.ofSplits.map((model, split) =>
    judgedBlend(prepared, additiveAndNetworks(ridge.ofSplits[split]!, model, settings), split),
  );
  const gain = gainOfNetworks(prepared, judgedAdditive, judgedBoth);
  const training = { ...told, ridge: ridge.choice, strength: strength.choice, gain };
  const { networkShare } = settings;
  const both = [
    { ...additive, share: 1 - networkShare },
    ...networks.map((one) => ({ ...one, share: networkShare / networks.length })),
  ];
  const models = {
    additive: finished(prepared, settings, [{ ...additive, share: 1 }], judgedAdditive, training),
    blend: finished(prepared, settings, both, judgedBoth, training),
  };
  return { served: models[gain.served], ...models };
}

type Unshared = Omit<FittedMember, 'share'>;

async function fitAdditive(
  { study, forAdditive, gridEnds, causes }: PreparedStudy,
  { additiveTimeScale: timeScale }: TrainingSettings,
  { choice, ofSplits }: JudgedChoice<number>,
  parts: TrainingParts,
): Promise<Unshared> {
  const head = hazardHead(gridEnds, causes, timeScale);
  const start = additiveParameters(ofSplits[0]!.numbers, gridEnds.length * causes);
  const numbers = await parts.numbersOf('additive', () =>
    additiveNumbers(trainAdditive(forAdditive, allRows(study), head, choice.chosen, start)),
  );
  return { kind: 'additive', hidden: 0, timeScale, expansion: 'curves', numbers };
}

async function fitNetworks(
  { study, forNetworks, gridEnds, causes }: PreparedStudy,
  settings: TrainingSettings,
  strengthName: StrengthName,
  parts: TrainingParts,
): Promise<Unshared[]> {
  const { hidden, batchRows, networkTimeScale: timeScale, networkExpansion: expansion } = settings;
  const rows = allRows(study);
  const strength = strengthOf(strengthName, rows.length, settings);
  const head = hazardHead(gridEnds, causes, timeScale);
  const networks: Unshared[] = [];
  for (let at = 0; at < settings.networks; at++) {
    const seed = study.seed + 1 + at;
    const training = { study: forNetworks, rows, head, strength, hidden, batchRows, seed };
    const numbers = await parts.numbersOf(`network-${at}`, () => trainNetwork(training).all);
    networks.push({ kind: 'network', hidden, timeScale, expansion, numbers });
  }
  return networks;
}

const allRows = ({ predictors }: RiskStudy) => Int32Array.from({ length: predictors.rows }, (_, row) => row);

/** What is told of how a model was trained, whichever it is. */
function describe(whole: RiskStudy, { study, outcomes }: PreparedStudy, settings: TrainingSettings) {
  return {
    rowsGiven: whole.predictors.rows,
    rows: study.predictors.rows,
    outcomes,
    seed: study.seed,
    settings,
  };
}

/** A model of some members: calibrated on the judged rows, with the reference that explanations start from. */
function finished(
  prepared: PreparedStudy,
  settings: TrainingSettings,
  members: readonly FittedMember[],
  judged: readonly JudgedRows[],
  training: Record<string, unknown>,
): RiskModel {
  const { study, gridEnds, causes, encoding, exposure } = prepared;
  const { predictors, groups, horizons } = study;
  const hasNetworks = members.some(({ kind }) => kind === 'network');
  const profiles = {
    curves: profileOf(prepared.forAdditive, study),
    networks: hasNetworks ? profileOf(prepared.forNetworks, study) : new Float32Array(0),
  };
  const fitted: FittedRiskModel = {
    predictors: predictors.names,
    groups,
    groupNames: [...new Set(predictors.names.map((name) => groups[name] ?? name))],
    horizons,
    gridEnds,
    causes,
    encoding,
    calibration: {
      slopes: calibrationSlopes(judgingHead(prepared), judged, exposure, study.person),
      baseline: [...judged[0]!.baseline],
    },
    profiles,
    members,
    reference: { averageProbability: horizons.map(() => 0), centres: [] },
    training,
  };
  return withReference(withBaseline(fitted, prepared), study, settings);
}

const chunkRows = 8192;

/** Fits the baseline to all training rows. */
function withBaseline(fitted: FittedRiskModel, prepared: PreparedStudy): FittedRiskModel {
  const { study, exposure, gridEnds, causes } = prepared;
  const { rows } = study.predictors;
  const model = new RiskModel(fitted);
  const head = hazardHead(gridEnds, causes, 1);
  const width = outputsOf(head);
  const outputs = new Float32Array(rows * width);
  for (let start = 0; start < rows; start += chunkRows) {
    const some = rowsBetween(study.predictors, start, Math.min(rows, start + chunkRows));
    outputs.set(model.outputs(some), start * width);
  }
  const { slopes, baseline: start } = fitted.calibration;
  const baseline = fitBaseline(head, Float32Array.from(start), outputs, exposure);
  return { ...fitted, calibration: { slopes, baseline } };
}

/** Mean of each input over the training rows. */
function profileOf({ width, inputsOf }: EncodedStudy, study: RiskStudy): Float32Array {
  const rows = allRows(study);
  const sums = new Float64Array(width);
  for (let start = 0; start < rows.length; start += chunkRows) {
    const inputs = inputsOf(rows.subarray(start, start + chunkRows));
    for (let at = 0; at < inputs.length; at++) sums[at % width]! += inputs[at]!;
  }
  return Float32Array.from(sums, (sum) => sum / rows.length);
}

/**
 * Measures the programme's average prediction over training rows, and what each group contributes to it
 * from the average profile, brought to sum to exactly that.
 */
function withReference(fitted: FittedRiskModel, study: RiskStudy, settings: TrainingSettings): RiskModel {
  const model = new RiskModel(fitted);
  const pick = (rows: number) =>
    pickPredictors(study.predictors, sampleByPerson(study.person, rows, study.seed));
  const { horizons, groupNames } = fitted;
  const averageProbability = columnMeans(
    model.probabilities(pick(settings.averagedRows)).probability,
    horizons.length,
  );
  const { fromProfile, profileProbability } = model.explainedFromProfile(pick(settings.explainedRows));
  const centres = columnMeans(fromProfile, horizons.length * groupNames.length);
  horizons.forEach((_, h) => {
    const wanted = averageProbability[h]! - profileProbability[h]!;
    shareOutRemainder(centres, h * groupNames.length, groupNames.length, wanted);
  });
  const reference = { averageProbability: [...averageProbability], centres: [...centres] };
  return new RiskModel({ ...fitted, reference });
}

function columnMeans(values: Float64Array, columns: number): Float64Array {
  const means = new Float64Array(columns);
  for (let at = 0; at < values.length; at++) means[at % columns]! += values[at]! / (values.length / columns);
  return means;
}

/** How many parts a run has: tries and fits. */
function partCount({ splits }: PreparedStudy, settings: TrainingSettings, hasNetworks: boolean): number {
  const { ridges, strengths, networks, judgedNetworks } = settings;
  const ofNetworks = splits.length * (strengths.length + judgedNetworks - 1) + networks;
  return splits.length * ridges.length + 1 + (hasNetworks ? ofNetworks : 0);
}
