import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import type { HiddenDemandRow, HiddenReason } from '../../../data-contracts/schemas/hidden-demand.ts';

/** What a set of found people is: over which landmark, by which run. */
export interface HiddenDemandSet {
  readonly origin: DataOrigin;
  readonly landmarkOn: string;
  /** Tells one finding from another. */
  readonly version: string;
  /** How many of the landmark's people were not looked at, by the first reason of each: exact, and not to be told so. */
  readonly withheldFromFinding: Readonly<Record<string, number>>;
}

/** As much of somebody found as the release gate and the order of a list must know. */
export interface FoundClient {
  readonly client: string;
  readonly municipality: string;
  readonly ageYears: number;
  readonly serviceLanguage: string;
  /** Data sources behind it, joined by commas. */
  readonly sourcesUsed: string;
  /** By reason how strong it is, from 0 to 1; null: it does not hold. */
  readonly strength: Readonly<Record<HiddenReason, number | null>>;
}

/** Who is worth a check-up, of a programme's people without service. */
export interface HiddenDemandStore {
  describe(): Promise<HiddenDemandSet>;
  /** Everybody found, in the order of the pseudonym. */
  found(): Promise<readonly FoundClient[]>;
  /** The rows of people whom the gate has released, in the order asked; undefined where there is none any more. */
  explained(clients: readonly string[]): Promise<readonly (HiddenDemandRow | undefined)[]>;
}
