import { chooseRidge, chooseStrength, type RidgeChoice } from './choose-by-people.ts';
import type { Expansion } from './encoding.ts';
import { shareOutRemainder } from './explanation.ts';
import { hazardHead } from './hazard-head.ts';
import { sampleByPerson } from './people.ts';
import { pickPredictors } from './predictor-table.ts';
import { type PreparedStudy, prepareStudy, type RiskStudy } from './prepare-study.ts';
import { type FittedMember, type FittedRiskModel, RiskModel } from './risk-model.ts';
import { trainAdditive } from './train-additive.ts';
import { trainNetwork } from './train-network.ts';
import { type StrengthName, settingsFor, strengthOf, type TrainingSettings } from './training-settings.ts';

/**
 * Trains the risk network: an additive spline hazard and, with enough outcomes, an ensemble of small networks,
 * blended half and half on the logit of the cumulative incidence. Ridge and strength are chosen by their loss
 * on other people. The same study and seed give the same bytes.
 *
 * @param chosen instead of the settings that follow from the number of rows
 * @throws RangeError when there is no outcome, or no predictor tells anything
 */
export function trainRiskModel(whole: RiskStudy, chosen?: Partial<TrainingSettings>): RiskModel {
  const settings = { ...settingsFor(whole.predictors.rows), ...chosen };
  const prepared = prepareStudy(whole, settings);
  const hasNetworks = prepared.outcomes >= settings.leastOutcomesForNetworks;
  const onPart = partsDone(prepared, settings, hasNetworks);
  const ridge = chooseRidge(prepared, settings, onPart);
  const additive = fitAdditive(prepared, settings, ridge, hasNetworks ? 0.5 : 1);
  onPart();
  const strength = hasNetworks ? chooseStrength(prepared, ridge.ofSplits, settings, onPart) : null;
  const networks = strength ? fitNetworks(prepared, settings, strength.chosen, 0.5, onPart) : [];
  const { study, outcomes } = prepared;
  const training = {
    rowsGiven: whole.predictors.rows,
    rows: study.predictors.rows,
    outcomes,
    seed: study.seed,
    ridge: ridge.choice,
    strength,
    settings,
  };
  const members = [additive, ...networks];
  return withReference(assemble(prepared, members, training), study, settings);
}

function fitAdditive(
  { study, encoded, gridEnds, causes }: PreparedStudy,
  { additiveTimeScale: timeScale, maximumAdditiveRows }: TrainingSettings,
  { choice, ofSplits }: RidgeChoice,
  share: number,
): FittedMember {
  const rows = sampleByPerson(study.person, maximumAdditiveRows, study.seed);
  const head = hazardHead(gridEnds, causes, timeScale);
  const start = ofSplits[0]?.parameters;
  const { baseline, pulls } = trainAdditive(encoded.curves, rows, head, choice.chosen, start);
  const numbers = new Float32Array(baseline.length + pulls.length);
  numbers.set(baseline);
  numbers.set(pulls, baseline.length);
  return { kind: 'additive', hidden: 0, timeScale, share, expansion: 'curves', numbers };
}

function fitNetworks(
  { study, encoded, gridEnds, causes }: PreparedStudy,
  settings: TrainingSettings,
  strengthName: StrengthName,
  share: number,
  onPart: () => void,
): FittedMember[] {
  const { hidden, batchRows, networks, networkTimeScale: timeScale } = settings;
  const rows = Int32Array.from({ length: study.predictors.rows }, (_, row) => row);
  const strength = strengthOf(strengthName, rows.length, settings);
  const head = hazardHead(gridEnds, causes, timeScale);
  return Array.from({ length: networks }, (_, at) => {
    const seed = study.seed + 1 + at;
    const training = { study: encoded['normal-scores'], rows, head, strength, hidden, batchRows, seed };
    const numbers = trainNetwork(training).all;
    onPart();
    return {
      kind: 'network',
      hidden,
      timeScale,
      share: share / networks,
      expansion: 'normal-scores',
      numbers,
    };
  });
}

function assemble(
  { study, gridEnds, causes, encoding, encoded }: PreparedStudy,
  members: readonly FittedMember[],
  training: Record<string, unknown>,
): FittedRiskModel {
  const { predictors, groups, horizons } = study;
  const profile = (expansion: Expansion) => meanInputs(encoded[expansion].inputs, encoded[expansion].width);
  return {
    predictors: predictors.names,
    groups,
    groupNames: [...new Set(predictors.names.map((name) => groups[name] ?? name))],
    horizons,
    gridEnds,
    causes,
    encoding,
    profiles: { 'normal-scores': profile('normal-scores'), curves: profile('curves') },
    members,
    reference: { averageProbability: horizons.map(() => 0), centres: [] },
    training,
  };
}

function meanInputs(inputs: Float32Array, width: number): Float32Array {
  const sums = new Float64Array(width);
  for (let at = 0; at < inputs.length; at++) sums[at % width]! += inputs[at]!;
  return Float32Array.from(sums, (sum) => sum / (inputs.length / width));
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
    const ofHorizon = centres.subarray(h * groupNames.length, (h + 1) * groupNames.length);
    shareOutRemainder(ofHorizon, averageProbability[h]! - profileProbability[h]!);
  });
  const reference = { averageProbability: [...averageProbability], centres: [...centres] };
  return new RiskModel({ ...fitted, reference });
}

function columnMeans(values: Float64Array, columns: number): Float64Array {
  const means = new Float64Array(columns);
  for (let at = 0; at < values.length; at++) means[at % columns]! += values[at]! / (values.length / columns);
  return means;
}

/** Tells progress as parts done of all: tries, fits; a network counts as one. */
function partsDone(
  { study, splits }: PreparedStudy,
  settings: TrainingSettings,
  hasNetworks: boolean,
): () => void {
  const { ridges, strengths, networks } = settings;
  const parts =
    splits.length * ridges.length + 1 + (hasNetworks ? splits.length * strengths.length + networks : 0);
  let done = 0;
  return () => study.onProgress?.(++done / parts);
}
