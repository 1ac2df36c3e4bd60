import type { MappedValue } from '../../../data-contracts/schemas/mapping.ts';
import { PersonIdentifier } from '../../../data-contracts/schemas/person-identifier.ts';
import { type TableContract, tables } from '../../../data-contracts/schemas/tables.ts';
import { IngestError } from '../ingest/ingest-error.ts';
import { type ExpectedFile, mappingName, surveyLanding } from '../ingest/landing-survey.ts';
import { columnsOf, compileValue } from '../mapping/compile-value.ts';
import { wordsOf } from '../mapping/field-values.ts';
import type { MappedFile } from '../mapping/layouts.ts';
import { openNative } from '../mapping/native-rows.ts';
import type { DeliverySource } from '../ports/delivery-source.ts';
import type { ParquetRows } from '../ports/parquet-rows.ts';
import type { PersonNames } from './person-names.ts';

export interface MappedLinesPorts {
  readonly deliveries: Omit<DeliverySource, 'remove'>;
  readonly parquet: ParquetRows;
}

/** Lines of native files that name a person as their mapping reads them, such as by a number that is an id only there. */
export class MappedLines {
  readonly #ports: MappedLinesPorts;
  readonly #expected = new Map<string, Promise<readonly ExpectedFile[] | undefined>>();

  constructor(ports: MappedLinesPorts) {
    this.#ports = ports;
  }

  /** Undefined: how the file is to be read cannot be told any more. */
  async naming(
    delivery: string,
    name: string,
    person: PersonNames,
  ): Promise<ReadonlySet<number> | undefined> {
    const known = this.#expected.get(delivery) ?? this.#expectedIn(delivery);
    this.#expected.set(delivery, known);
    const expected = await known;
    if (!expected) return undefined;
    const found = new Set<number>();
    for (const { file, mapping } of expected)
      if (mapping && file.name === name)
        for await (const line of this.#linesOf(mapping, person)) found.add(line);
    return found;
  }

  async #expectedIn(delivery: string): Promise<readonly ExpectedFile[] | undefined> {
    try {
      const { deliveries } = this.#ports;
      const files = await deliveries.files(delivery);
      if (!files.some((file) => file.name === mappingName)) return [];
      const own = {
        deliveries: async () => [delivery],
        strayFiles: async () => [],
        files: async () => files,
        read: (file: ExpectedFile['file']) => deliveries.read(file),
      };
      return (await surveyLanding(own)).expected;
    } catch (error) {
      if (error instanceof IngestError) return undefined;
      throw error;
    }
  }

  /** Every row of the file is looked at, also those that the mapping leaves out. */
  async *#linesOf(mapping: MappedFile, person: PersonNames): AsyncGenerator<number> {
    const { inUse, source } = mapping;
    const values = identifiersIn(mapping);
    const { names, rows } = await openNative(this.#ports, source, []);
    const words = wordsOf(inUse, source, names);
    const identifiers = values
      .filter((value) => columnsOf(value).every((column) => names.includes(column)))
      .map((value) => compileValue(value, 'text', words));
    for await (const batch of rows.batches())
      for (const row of batch) {
        if ('reasons' in row) continue;
        const isNamed = identifiers.some((identifierOf) => {
          const { data } = PersonIdentifier.safeParse(identifierOf(row.texts));
          return data !== undefined && person.isTheirs(data);
        });
        if (isNamed) yield row.line;
      }
  }
}

/** What of a row is somebody's identifier. */
function identifiersIn({ inUse: { mapped, table }, role }: MappedFile): MappedValue[] {
  const { otherPeople = [] }: TableContract = tables[table];
  const parts = 'versions' in mapped ? mapped.versions.filter(({ from }) => from === role) : [mapped];
  return parts.flatMap(({ fields }) =>
    ['clientIdentifier', ...otherPeople].flatMap((field) => fields[field] ?? []),
  );
}
