/** Predictors by column, in any unit; NaN is missing. All columns have `rows` values. */
export interface PredictorTable {
  readonly names: readonly string[];
  readonly rows: number;
  readonly columns: readonly Float64Array[];
}

/** What happened after the landmark: time in the study's unit (> 0) and 0 censored, 1 outcome, 2 competing. */
export interface FollowUp {
  readonly time: Float64Array;
  readonly event: Uint8Array;
}

/** A predictor is at least so much; what is missing is not. */
export interface PredictorCondition {
  readonly predictor: string;
  readonly atLeast: number;
}

export interface TrainingInput {
  readonly predictors: PredictorTable;
  readonly followUp: FollowUp;
  /** One person's rows stay together in every inner split: row to person number, 0 … people − 1. */
  readonly person: Int32Array;
  /**
   * Row to its landmark, in the unit of `followUp.time` from any common start: what a person's registers say one
   * first horizon later is learnt from too. Absent: outcomes alone are.
   */
  readonly landmark?: Int32Array;
  /** Rising, in the unit of `followUp.time`. */
  readonly horizons: readonly number[];
  /** Predictor name to the group it is explained under. */
  readonly groups: Readonly<Record<string, string>>;
  /**
   * Kinds of people for each of whom hazards are put right: by the first rule of which any condition holds, or none, and
   * by whether the other condition holds beside. Absent: for all together.
   */
  readonly kinds?: {
    readonly rules: readonly { readonly anyOf: readonly PredictorCondition[] }[];
    readonly beside: PredictorCondition;
  };
  /**
   * In what people are alike who are compared in an explanation: of each predictor the values, rising, at which a new
   * stretch begins. Absent: everybody is compared with what is typical of all.
   */
  readonly peers?: Readonly<Record<string, readonly number[]>>;
  readonly seed: number;
  readonly onProgress?: (doneShare: number) => void;
  /** Where finished parts of the training are kept and looked for; absent: nowhere. */
  readonly checkpoints?: Checkpoints;
  /** Whether models will be asked to explain (absent: yes); unless they will, nothing is measured for it. */
  readonly explains?: boolean;
}

/** Finished parts of a training run, by name: same input and seed, same numbers. */
export interface Checkpoints {
  read(part: string): Promise<Float32Array | undefined>;
  write(part: string, numbers: Float32Array): Promise<void>;
}

/** A model as files: what it is in JSON, its numbers in bytes (little-endian). Same input and seed, same bytes. */
export interface RiskArtefact {
  readonly description: Readonly<Record<string, unknown>>;
  readonly weights: Uint8Array;
}

export interface ScoredBatch {
  readonly rows: number;
  readonly horizons: readonly number[];
  /** Ends of the model's intervals, rising, holding every horizon. */
  readonly gridEnds: readonly number[];
  /** Cumulative incidence of the outcome, rows × gridEnds, row-major. */
  readonly outcomeIncidence: Float64Array;
  /** Cumulative incidence of the competing event, rows × gridEnds, row-major. */
  readonly competingIncidence: Float64Array;
  /** Probability of the outcome by each horizon, rows × horizons, row-major. */
  readonly probability: Float64Array;
  /** The model's predictors in their order. */
  readonly featureNames: readonly string[];
  /** The programme's average probability at each horizon. */
  readonly averageProbability: readonly number[];
  /**
   * Somebody typical among each row's peers, with the row's own values in what peers are alike in; predictors by
   * column, in the order of `featureNames`.
   */
  readonly typical: PredictorTable;
  /** Of the typical one, where contributions start from: rows × horizons, row-major. */
  readonly typicalProbability: Float64Array;
  /** In probability, rows × horizons × features; each cell's sum is probability − typical probability. */
  readonly contributions: Float64Array;
}

export interface TrainedRiskModel {
  artefact(): RiskArtefact;
  score(predictors: PredictorTable): Promise<ScoredBatch>;
  /** Probability of the outcome by each horizon alone, rows × horizons: many times faster than `score`. */
  probabilities(predictors: PredictorTable): Promise<Float64Array>;
  /**
   * Share of the parts of the blend trained with the model, itself or beside it, that give each contribution the
   * same sign, 0 … 1, rows × horizons × groups, over a sample of the programme's rows; undefined where there is
   * one part and nobody can say; asked after training.
   */
  contributionAgreement(predictors: PredictorTable): Promise<Float64Array | undefined>;
  dispose(): void;
}

/** The model to serve, and those trained beside it: served is one of the two. */
export interface TrainedRiskModels {
  readonly served: TrainedRiskModel;
  /** The additive model, whose every part can be read off. */
  readonly additive: TrainedRiskModel;
  /** The additive model and networks; absent with too few outcomes for networks. */
  readonly blend: TrainedRiskModel | undefined;
}

/** The risk network: learns cause-specific hazards, gives incidence and explanations. */
export interface RiskNetwork {
  /** Which numerics run below, for the model card: `tfjs-node` or `wasm`. */
  readonly numerics: string;
  train(input: TrainingInput): Promise<TrainedRiskModels>;
  restore(artefact: RiskArtefact): Promise<TrainedRiskModel>;
}
