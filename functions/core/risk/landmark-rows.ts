import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { ServiceStatusRule } from '../../../data-contracts/schemas/service-status-rule.ts';
import type { ServiceStatus } from '../../../data-contracts/vocabularies/service-statuses.ts';
import { monthOf } from '../calendar.ts';
import { statusOfEachRow, statusPredictors } from '../client-months/service-status.ts';
import type { ClientMonthBatch, ClientMonthSource } from '../ports/client-month-source.ts';
import type { Publication } from '../ports/publication-store.ts';
import type { FollowUp, PredictorTable } from '../ports/risk-network.ts';
import { GrowingColumn } from './growing-column.ts';

/** Client-months in memory, column by column, as the network and its judges take them. */
export interface LandmarkRows {
  readonly clients: readonly string[];
  /** Row to person number, 0 … people − 1. */
  readonly person: Int32Array;
  /** Row to its landmark, in months. */
  readonly landmark: Int32Array;
  readonly predictors: PredictorTable;
  readonly followUp: FollowUp;
  /** Columns by which fairness is audited; never predictors because of being here. */
  readonly audit: Readonly<Record<AuditColumn, readonly string[]>>;
  /** Likewise: what services each has, by the county's rules. */
  readonly serviceStatus: readonly ServiceStatus[];
}

export const auditColumns = ['sex', 'municipality', 'service_language', 'study_group'] as const;
export type AuditColumn = (typeof auditColumns)[number];

/** Which client-months to take. */
export interface RowChoice {
  readonly landmarks: readonly string[];
  readonly keeps: (client: string, studyGroup: string, sourcesUsed: string, landmarkOn: string) => boolean;
  /** Months of follow-up that may be looked at after a landmark; later events are censored there. */
  readonly followUpMonths: (landmarkOn: string) => number;
}

/** Of which programme the predictors are, and by which rules the service status is told. */
export interface RowColumns {
  readonly programme: Programme;
  readonly serviceStatusRules: readonly ServiceStatusRule[];
}

/**
 * Reads the chosen client-months. Memory: eight bytes a predictor and row; whoever chooses bounds the rows.
 */
export async function readLandmarkRows(
  source: ClientMonthSource,
  publication: Publication,
  { programme, serviceStatusRules }: RowColumns,
  choice: RowChoice,
): Promise<LandmarkRows> {
  const gathered = new Gathered(programme.predictors);
  const read = new Set([...programme.predictors, ...statusPredictors(serviceStatusRules)]);
  const numbers = ['months_to_event', 'event', ...read] as const;
  for (const landmark of choice.landmarks) {
    const [month, limit] = [monthOf(landmark), choice.followUpMonths(landmark)];
    for await (const batch of source.read(publication, landmark, { numbers })) {
      const statuses = statusOfEachRow(serviceStatusRules, batch);
      for (let row = 0; row < batch.rows; row += 1) {
        const client = batch.texts.client[row]!;
        const { study_group: group, sources_used: sources } = batch.texts;
        if (choice.keeps(client, group[row]!, sources[row]!, landmark))
          gathered.add(batch, row, month, limit, statuses[row]!);
      }
    }
  }
  return gathered.rows();
}

class Gathered {
  readonly #names: readonly string[];
  readonly #columns: readonly GrowingColumn[];
  readonly #landmark = new GrowingColumn();
  readonly #time = new GrowingColumn();
  readonly #event = new GrowingColumn();
  readonly #clients: string[] = [];
  readonly #serviceStatus: ServiceStatus[] = [];
  readonly #audit: Record<AuditColumn, string[]> = {
    sex: [],
    municipality: [],
    service_language: [],
    study_group: [],
  };

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#columns = names.map(() => new GrowingColumn());
  }

  add(
    batch: ClientMonthBatch,
    row: number,
    landmark: number,
    followUpMonths: number,
    serviceStatus: ServiceStatus,
  ): void {
    this.#names.forEach((name, column) => {
      this.#columns[column]!.append(batch.numbers[name]![row]!);
    });
    this.#landmark.append(landmark);
    const months = batch.numbers.months_to_event![row]!;
    const isSeen = months <= followUpMonths;
    this.#time.append(Math.min(months, followUpMonths));
    this.#event.append(isSeen ? batch.numbers.event![row]! : 0);
    this.#clients.push(batch.texts.client[row]!);
    this.#serviceStatus.push(serviceStatus);
    for (const column of auditColumns) this.#audit[column].push(batch.texts[column][row]!);
  }

  rows(): LandmarkRows {
    return {
      clients: this.#clients,
      person: numberPeople(this.#clients),
      landmark: Int32Array.from(this.#landmark.values()),
      predictors: {
        names: this.#names,
        rows: this.#clients.length,
        columns: this.#columns.map((column) => column.values()),
      },
      followUp: { time: this.#time.values(), event: Uint8Array.from(this.#event.values()) },
      audit: this.#audit,
      serviceStatus: this.#serviceStatus,
    };
  }
}

/** Row to person number, in the order in which they first come. */
export function numberPeople(clients: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(clients, (client) => {
    const known = numbers.get(client) ?? numbers.size;
    numbers.set(client, known);
    return known;
  });
}
