import { joined } from './blend.ts';
import { calibrationStretch, fitBaseline, type JudgedRows, stretched } from './calibrate-hazards.ts';
import { fitKindLevels, stretchesOfKinds } from './calibrate-kinds.ts';
import { kindCount, kindOfEachRow } from './calibration-kinds.ts';
import { chooseRounds, chooseStrength, triedMembers } from './choose-by-people.ts';
import { additiveMember, fillingNetworks, fitNetworks, fitTrees, wholeTrees } from './fit-members.ts';
import { gainOfBlend, trusted } from './gain-of-blend.ts';
import { hazardHead, outputsOf } from './hazard-head.ts';
import { judgedRows, judgingHead } from './judged-blends.ts';
import { makePart, type PartMaker } from './make-part.ts';
import { learnPeers } from './peers.ts';
import { peopleCount, sampleByPerson } from './people.ts';
import { pickPredictors } from './predictor-table.ts';
import { type PreparedStudy, prepareStudy, type RiskStudy } from './prepare-study.ts';
import {
  type FittedMember,
  type FittedRiskModel,
  type HazardCalibration,
  RiskModel,
  rowsBetween,
} from './risk-model.ts';
import { type NamedParts, TrainingParts } from './training-parts.ts';
import { settingsFor, type TrainingSettings } from './training-settings.ts';
import { ladders, weighPenalties } from './weigh-penalties.ts';

/** What a training run makes: the model to serve, and the others beside it. */
export interface TrainedModels {
  readonly served: RiskModel;
  /** Always there; the same object as `served` when it is served. */
  readonly additive: RiskModel;
  /** Additive, networks and trees; absent with too few outcomes for them. */
  readonly blend: RiskModel | undefined;
}

/**
 * Trains the risk network: an additive spline hazard and, with enough outcomes, an ensemble of small networks and
 * boosted trees, blended on the logit of the hazard. Penalties are weighed, strength and rounds chosen, by their loss
 * on other people; hazards are recalibrated on them; and networks and trees count in the blend by how surely they
 * gain. The same study and seed give the same bytes, stopped and resumed or not.
 *
 * @param chosen instead of the settings that follow from the number of rows
 * @param elsewhere makes parts side by side; absent: here, one after the other
 * @throws RangeError when there is no outcome, or no predictor tells anything
 */
export async function trainRiskModel(
  whole: RiskStudy,
  chosen?: Partial<TrainingSettings>,
  elsewhere?: (settings: TrainingSettings) => PartMaker,
): Promise<TrainedModels> {
  const settings = { ...settingsFor(whole.predictors.rows), ...chosen };
  const prepared = prepareStudy(whole, settings);
  const hasBlend = prepared.outcomes >= settings.leastOutcomesForNetworks;
  const make = elsewhere?.(settings) ?? (async (part) => makePart(prepared, settings, part));
  const { checkpoints, onProgress } = whole;
  const parts = new TrainingParts(make, { checkpoints, onProgress, isSideBySide: elsewhere !== undefined });
  parts.expect(partCount(settings, hasBlend));
  parts.begin(knownParts(prepared, settings, hasBlend));
  const additive = await weighPenalties(prepared, settings, parts);
  const alone = [additiveMember(additive.ofAll, settings)];
  const judgedAdditive = judgedRows(prepared, additive.ofSplits);
  const told = { ...describe(whole, prepared, settings), penalties: additive.tried };
  if (!hasBlend) {
    const training = { ...told, strength: null, treeRounds: null, gain: null };
    const model = finished(prepared, settings, alone, judgedAdditive, training);
    return { served: model, additive: model, blend: undefined };
  }
  const strength = await chooseStrength(prepared, additive.ofSplits, settings, parts);
  const networks = await fitNetworks(whole.seed, settings, strength.choice.chosen, strength.ofSplits, parts);
  const rounds = await chooseRounds(prepared, strength.ofSplits, settings, parts);
  const trees = await fitTrees(settings, rounds.choice.chosen, parts);
  const gain = gainOfBlend(prepared, judgedAdditive, judgedRows(prepared, rounds.ofSplits));
  const training = { ...told, strength: strength.choice, treeRounds: rounds.choice, gain };
  const members = trusted(joined(joined(alone, networks), [trees]), gain.trust);
  const blends = rounds.ofSplits.map((blend) => trusted(blend, gain.trust));
  const models = {
    additive: finished(prepared, settings, alone, judgedAdditive, training),
    blend: finished(prepared, settings, members, judgedRows(prepared, blends), training),
  };
  return { served: models.blend, ...models };
}

/** What is told of how a model was trained, whichever it is. */
function describe(
  whole: RiskStudy,
  { study, outcomes, forNetworks: { foretold } }: PreparedStudy,
  settings: TrainingSettings,
) {
  return {
    rowsGiven: whole.predictors.rows,
    rows: study.predictors.rows,
    /** Of which networks also foretell a later row. */
    rowsForetold: foretold?.laterRow.reduce((count, row) => count + Number(row >= 0), 0) ?? 0,
    outcomes,
    seed: study.seed,
    settings,
  };
}

/** A model of some members: calibrated on the judged rows, with the peers whom explanations compare with. */
function finished(
  prepared: PreparedStudy,
  settings: TrainingSettings,
  members: readonly FittedMember[],
  judged: readonly JudgedRows[],
  training: Record<string, unknown>,
): RiskModel {
  const { study, gridEnds, causes, encoding } = prepared;
  const { predictors, groups, horizons } = study;
  const fitted: FittedRiskModel = {
    predictors: predictors.names,
    groups,
    groupNames: [...new Set(predictors.names.map((name) => groups[name] ?? name))],
    horizons,
    gridEnds,
    causes,
    encoding,
    calibration: calibrationOf(prepared, judged),
    members,
    peers: learnPeers(predictors, study.peers ?? {}),
    averageProbability: [],
    training,
  };
  const model = withBaseline(fitted, prepared);
  return study.explains === false ? new RiskModel(model) : withAverage(model, study, settings);
}

/** How hazards are put right by people not learnt from: of all together, then of each kind. */
function calibrationOf(prepared: PreparedStudy, judged: readonly JudgedRows[]): HazardCalibration {
  const { study, exposure } = prepared;
  const { kinds, predictors, person } = study;
  const head = judgingHead(prepared);
  const stretch = calibrationStretch(head, judged, exposure, person);
  const calibration = { ...stretch, baseline: [...judged[0]!.baseline] };
  if (!kinds) return calibration;
  const stretches = stretchesOfKinds({
    head,
    judged: judged.map((one) => ({ ...one, outputs: stretched(one.outputs, stretch) })),
    exposure,
    kindOfRow: kindOfEachRow(kinds, predictors),
    kinds: kindCount(kinds),
    person,
  });
  return { ...calibration, kinds: { ...kinds, stretches } };
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
  const { calibration } = fitted;
  const start = Float32Array.from(calibration.baseline);
  if (!calibration.kinds)
    return {
      ...fitted,
      calibration: { ...calibration, baseline: fitBaseline(head, start, outputs, exposure) },
    };
  const { baseline, stretches } = fitKindLevels({
    head,
    baseline: start,
    outputs,
    exposure,
    kindOfRow: kindOfEachRow(calibration.kinds, study.predictors),
    stretches: calibration.kinds.stretches,
    people: peopleCount(study.person),
  });
  const kinds = { ...calibration.kinds, stretches };
  return { ...fitted, calibration: { ...calibration, baseline, kinds } };
}

/** Measures the programme's average prediction over training rows. */
function withAverage(fitted: FittedRiskModel, study: RiskStudy, settings: TrainingSettings): RiskModel {
  const averaged = pickPredictors(
    study.predictors,
    sampleByPerson(study.person, settings.averagedRows, study.seed),
  );
  const { probability } = new RiskModel(fitted).probabilities(averaged);
  const sums = fitted.horizons.map(() => 0);
  for (let at = 0; at < probability.length; at++) sums[at % sums.length]! += probability[at]! / averaged.rows;
  return new RiskModel({ ...fitted, averageProbability: sums });
}

/** The parts that a run needs whatever is chosen, the longest first. */
function knownParts(prepared: PreparedStudy, settings: TrainingSettings, hasBlend: boolean): NamedParts {
  const { penalties, choosingSplits, strengths, treeRounds } = settings;
  const { seed } = prepared.study;
  const tries = Array.from({ length: choosingSplits }, (_, split) => split);
  return {
    ...ladders(tries, penalties),
    ...(hasBlend && {
      ...triedMembers(prepared, settings),
      ...(strengths.length === 1 && fillingNetworks(seed, settings, strengths[0]!)),
      ...(treeRounds.length === 1 && wholeTrees(treeRounds[0]!)),
    }),
  };
}

/** How many parts a run has: tries and fits. */
function partCount(settings: TrainingSettings, hasBlend: boolean): number {
  const { strengths, networks, innerSplits, choosingSplits } = settings;
  const ofNetworks =
    choosingSplits * (strengths.length - 1) + innerSplits + Math.max(0, networks - innerSplits);
  return innerSplits + 1 + (hasBlend ? ofNetworks + innerSplits + 1 : 0);
}
