import type { TypicalOfAge } from '../../../data-contracts/schemas/cohort.ts';
import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import type { ModelMonitoring } from '../../../data-contracts/schemas/model-monitoring.ts';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import type { ServiceStatusRules } from '../../../data-contracts/schemas/service-status-rule.ts';
import type { ServiceStatus } from '../../../data-contracts/vocabularies/service-statuses.ts';

/** From which size on a contribution is clear, in probability, by feature group; null where at no size. */
export interface ClearContributions {
  readonly h1: Readonly<Record<string, number | null>>;
  readonly h2: Readonly<Record<string, number | null>>;
}

/** What a set of scores is: from which model, over which landmark, on whom. */
export interface ScoreSet {
  readonly origin: DataOrigin;
  readonly modelVersion: string;
  readonly landmarkOn: string;
  /** The programme's average probability at each horizon. */
  readonly averageProbability: readonly [number, number];
  /** By age band, rising, what somebody typical is given at each horizon. */
  readonly typicalByAge: readonly TypicalOfAge[];
  /** Null where the model cannot say how sure it is. */
  readonly clearContributions: ClearContributions | null;
  /** How the model stood when it scored; absent: an earlier version of the service scored, and did not look. */
  readonly monitoring?: ModelMonitoring | undefined;
  /** How many of the landmark's people were not scored, by the first reason of each: exact, and not to be told so. */
  readonly withheldFromScoring?: Readonly<Record<string, number>> | undefined;
  /** By which everybody has a status; absent: an earlier version of the service scored, and nobody has one. */
  readonly serviceStatusRules?: ServiceStatusRules | undefined;
}

/** What of somebody a question may be about. */
export interface Dweller {
  readonly municipality: string;
  readonly ageYears: number;
  /** Null: an earlier version of the service scored. */
  readonly serviceStatus: ServiceStatus | null;
  readonly livesAlone: RiskScore['lives_alone'];
}

/** How many scored people are alike in all of that, of a whole year of age. */
export interface PeopleInCell extends Dweller {
  readonly clients: number;
}

/** Which scores are asked for. Absent bounds do not bind. */
export interface ScoreFilter {
  readonly municipalities?: readonly string[] | undefined;
  /** Whole years, both included. */
  readonly fromAgeYears?: number | undefined;
  readonly toAgeYears?: number | undefined;
  readonly serviceStatuses?: readonly ServiceStatus[] | undefined;
  readonly livesAlone?: 'yes' | undefined;
}

/** As much of a score as the release gate must know. */
export interface RankedClient extends Dweller {
  readonly client: string;
  readonly probability: number;
  /** Data sources behind the score, joined by commas. */
  readonly sourcesUsed: string;
}

/** As much of a score as statistics count. */
export interface CountedClient extends Dweller {
  readonly client: string;
  /** At the programme's two horizons. */
  readonly probability: readonly [number, number];
  /** Data sources behind the score, joined by commas. */
  readonly sourcesUsed: string;
}

/** A score without its curve. */
export type ExplainedScore = Omit<RiskScore, 'curve'>;

/** A programme's current scores. */
export interface ScoreStore {
  describe(): Promise<ScoreSet>;
  /**
   * Everyone scored, by what questions may be about.
   * @param without stretches of pseudonyms whose people are not counted
   */
  cells(
    without: readonly (readonly [fromClient: string, beforeClient: string])[],
  ): Promise<readonly PeopleInCell[]>;
  /** Clients who fit, likeliest first at the horizon (ties by pseudonym), in batches that fit in memory. */
  likeliestFirst(filter: ScoreFilter, horizon: 'h1' | 'h2'): AsyncIterable<readonly RankedClient[]>;
  /** Everyone scored, in the order of the pseudonym, in batches that fit in memory. */
  counted(): AsyncIterable<readonly CountedClient[]>;
  /**
   * The scores of people whom the gate has released, in the order asked.
   * Undefined where someone has no score, or has none any more.
   */
  explained(clients: readonly string[]): Promise<readonly (ExplainedScore | undefined)[]>;
}
