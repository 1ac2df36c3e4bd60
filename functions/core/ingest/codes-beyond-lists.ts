import { lakeColumnOf } from '../../../data-contracts/schemas/lake-columns.ts';
import { codeLists } from '../../../data-contracts/vocabularies/national-codes/index.ts';
import type { ColumnsTaken, LakeFileSpec, LakeRow } from '../ports/lake-table-writer.ts';

/** Counts accepted rows by fields whose code is not on its national list: they are in the service group `other`. */
export class CodesBeyondLists {
  readonly #fields: readonly { field: string; place: number; list: ReadonlySet<unknown> }[];
  readonly #counts = new Map<string, number>();

  constructor(columns: LakeFileSpec['columns']) {
    this.#fields = Object.entries(codeLists)
      .map(([field, list]) => ({
        field,
        list,
        place: columns.findIndex(({ name }) => name === lakeColumnOf(field)),
      }))
      .filter(({ place }) => place >= 0);
  }

  count(rows: readonly LakeRow[]): void {
    for (const { field, place, list } of this.#fields) {
      let beyond = 0;
      for (const { values } of rows) {
        const code = values[place];
        if (code !== undefined && !list.has(code)) beyond += 1;
      }
      this.#add(field, beyond);
    }
  }

  async countIn(taken: Pick<ColumnsTaken, 'countsOf'>): Promise<void> {
    for (const { field, list } of this.#fields) {
      for (const [code, rows] of await taken.countsOf(lakeColumnOf(field)))
        if (code !== undefined && !list.has(code)) this.#add(field, rows);
    }
  }

  #add(field: string, rows: number): void {
    if (rows > 0) this.#counts.set(field, (this.#counts.get(field) ?? 0) + rows);
  }

  /** Rows by field; undefined: none. */
  get found(): Record<string, number> | undefined {
    return this.#counts.size > 0 ? Object.fromEntries(this.#counts) : undefined;
  }
}
