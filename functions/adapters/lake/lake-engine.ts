export type SqlValue = string | number | boolean | null;

/** A row by column: numbers as numbers; days, instants and texts as the query gives them. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** What a name in a query stands for: some published files of a table in the catalogue. */
export interface Relation {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** As the publication store gives them; without any the relation is empty. */
  readonly locations: readonly string[];
  /** The programme’s run that the files are of, where the table is kept by run. */
  readonly partition?: { readonly programme: string; readonly run: string };
}

export interface LakeQuery {
  /** For errors and the engine’s own log; nothing about anybody. */
  readonly name: string;
  /** A query in the words that Trino and DuckDB share, a question mark a value. */
  readonly text: string;
  readonly values: readonly SqlValue[];
  readonly relations: readonly Relation[];
  /** Which columns of the text’s rows, as SQL; all unless told. */
  readonly columns?: string;
  /** In which order, as SQL; in any unless told. */
  readonly orderBy?: string;
  /** What decides the relations’ content: where it is the same, an earlier answer holds. */
  readonly fingerprint: string;
}

/** Asks the lake in SQL. */
export interface LakeEngine {
  /** Rows in batches that fit in memory; whoever stops early costs no more than what was read. */
  rows(query: LakeQuery): AsyncIterable<readonly SqlRow[]>;
  /** About how many clients one query may ask about. */
  readonly clientsPerQuery: number;
}

/** The query as one statement over relations that are known by their names. */
export const statementOf = ({ text, columns = '*', orderBy }: LakeQuery) =>
  `select ${columns} from (\n${text}\n) as answer${orderBy ? ` order by ${orderBy}` : ''}`;

export async function allRows(engine: LakeEngine, query: LakeQuery): Promise<SqlRow[]> {
  const rows: SqlRow[] = [];
  for await (const batch of engine.rows(query)) rows.push(...batch);
  return rows;
}
