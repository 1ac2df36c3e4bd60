import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Delivery } from '../../data-contracts/schemas/delivery.ts';
import { Mapping } from '../../data-contracts/schemas/mapping.ts';
import {
  type TableContract,
  type TableName,
  tableNames,
  tables,
} from '../../data-contracts/schemas/tables.ts';
import { deliveryCount, deliveryStart, firstYear, isoDay } from './calendar.ts';
import { type RowSink, undatedDiagnoses } from './client-rows.ts';
import { GrowingFiles } from './growing-files.ts';
import { type Columns, ParquetWriter } from './parquet-writer.ts';

export type RowsPerTable = Record<TableName, number>;

export const deliveryNames = Array.from(
  { length: deliveryCount },
  (_, half) => `${firstYear + Math.floor(half / 2)}-${1 + (half % 2)}`,
);

/** The small table that is delivered as CSV; the others are Parquet. */
const csvTable = 'consent-events';
const correctionsFile = `${deliveryNames.at(-1)}/service-events.corrections.csv`;

const truthName = 'true-risk';
const truthColumns: Columns = {
  client_identifier: 'varchar',
  landmark_on: 'date',
  frailty: 'integer',
  memory_stage: 'integer',
  care_level: 'integer',
  avoids: 'integer',
  is_memory_diagnosed: 'integer',
  is_memory_ever_diagnosed: 'integer',
  risk_12: 'double',
  risk_36: 'double',
  admission_risk_12: 'double',
  admission_risk_24: 'double',
};

/**
 * Writes `landing/` and `truth/` under a work folder, a chunk of clients at a time: rows as plain text, of
 * which DuckDB makes Parquet while the next chunk is simulated.
 */
export class CountyWriter implements RowSink {
  readonly rows = Object.fromEntries(tableNames.map((table) => [table, 0])) as RowsPerTable;
  readonly #folder: string;
  readonly #parquet: ParquetWriter;
  /** Files that are delivered as they are. */
  readonly #landing: GrowingFiles;
  readonly #truthParts: string[] = [];
  #chunkNumber = 1;
  #chunk: GrowingFiles;
  #converting: Promise<void> = Promise.resolve();

  private constructor(folder: string, parquet: ParquetWriter) {
    rmSync(folder, { recursive: true, force: true });
    this.#folder = folder;
    this.#parquet = parquet;
    this.#landing = new GrowingFiles(join(folder, 'landing'));
    this.#chunk = this.#newChunk();
    for (const [index, delivery] of deliveryNames.entries()) {
      this.#landing.put(`${delivery}/delivery.json`, deliveryText(index));
      this.#landing.put(`${delivery}/mapping.json`, mappingText);
      this.#landing.put(`${delivery}/${csvTable}.csv`, csvHeader(csvTable));
    }
    this.#landing.put(correctionsFile, csvHeader('service-events'));
  }

  static async open(folder: string): Promise<CountyWriter> {
    return new CountyWriter(folder, await ParquetWriter.open());
  }

  put(deliveryIndex: number, file: DeliveredName, line: string): void {
    this.rows[tableOf(file)] += 1;
    const path = `${deliveryNames[deliveryIndex]}/${file}`;
    if (file === csvTable) this.#landing.put(`${path}.csv`, line);
    else this.#chunk.put(path, line);
  }

  putCorrection(line: string): void {
    this.rows['service-events'] += 1;
    this.#landing.put(correctionsFile, line);
  }

  putTruth(line: string): void {
    this.#chunk.put(truthName, line);
  }

  /** Ends a chunk: once the chunk before it is Parquet, this one's turn begins. */
  async endChunk(): Promise<void> {
    await this.#converting;
    this.#converting = this.#convert(this.#chunk, String(this.#chunkNumber).padStart(4, '0'));
    this.#converting.catch(() => undefined);
    this.#chunkNumber += 1;
    this.#chunk = this.#newChunk();
  }

  async finish(): Promise<void> {
    await this.#converting;
    this.#landing.close();
    this.#chunk.remove();
    const truth = join(this.#folder, 'truth', `${truthName}.parquet`);
    mkdirSync(dirname(truth));
    await this.#parquet.join(this.#truthParts, truth);
    this.#parquet.close();
  }

  async #convert(chunk: GrowingFiles, part: string): Promise<void> {
    for (const path of chunk.close()) {
      const isTruth = path === truthName;
      const parquet = join(this.#folder, isTruth ? 'truth-parts' : 'landing', `${path}.${part}.parquet`);
      mkdirSync(dirname(parquet), { recursive: true });
      const columns = isTruth ? truthColumns : textColumns(path.split('/')[1] as DeliveredName);
      await this.#parquet.convert(join(chunk.folder, path), columns, parquet);
      if (isTruth) this.#truthParts.push(parquet);
    }
    chunk.remove();
  }

  #newChunk(): GrowingFiles {
    return new GrowingFiles(join(this.#folder, `chunk-${this.#chunkNumber}`));
  }
}

function deliveryText(index: number): string {
  const delivery: Delivery = {
    origin: 'simulated',
    coversFrom: isoDay(deliveryStart(index)),
    coversTo: isoDay(deliveryStart(index + 1) - 1),
    deliveredBy: 'simulated county',
  };
  return `${JSON.stringify(Delivery.parse(delivery), null, 2)}\n`;
}

type DeliveredName = TableName | typeof undatedDiagnoses;
const tableOf = (file: DeliveredName): TableName => (file === undatedDiagnoses ? 'diagnoses' : file);

/** How the hospital's diagnoses are read: recorded a fortnight after, as the preset of Hilmo supposes it. */
const mappingText = `${JSON.stringify(
  Mapping.parse({
    layouts: [
      {
        files: { hospital: { name: `${undatedDiagnoses}.*.parquet` } },
        tables: [
          {
            table: 'diagnoses',
            from: 'hospital',
            fields: {
              ...Object.fromEntries(fieldsOf(undatedDiagnoses).map((field) => [field, field])),
              recordedOn: { day: 'diagnosedOn', plusDays: 14 },
            },
          },
        ],
      },
    ],
  }),
  null,
  2,
)}\n`;

/** A table's fields in the order in which the simulation writes them: as in the contract, the recording last. */
function fieldsOf(file: DeliveredName): string[] {
  const { identityFields, columns }: TableContract = tables[tableOf(file)];
  const isRecording = (field: string): boolean => field === 'recordedOn' || field === 'recordedAt';
  // nothing is taken back in this county
  const fields = Object.keys(columns).filter((field) => field !== 'isWithdrawn');
  const others = fields.filter((field) => !isRecording(field));
  const recording = file === undatedDiagnoses ? [] : fields.filter(isRecording);
  return ['clientIdentifier', ...identityFields, ...others, ...recording];
}

const csvHeader = (table: TableName) => `${fieldsOf(table).join(',')}\n`;
const textColumns = (file: DeliveredName): Columns =>
  Object.fromEntries(fieldsOf(file).map((field) => [field, 'varchar']));
