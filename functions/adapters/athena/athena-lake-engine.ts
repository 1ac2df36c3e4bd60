import { type LakeEngine, type LakeQuery, type SqlRow, statementOf } from '../lake/lake-engine.ts';
import type { AthenaQueries } from './athena-queries.ts';
import { relationsAsSteps } from './relations-as-steps.ts';

/** The lake asked by Athena. */
export class AthenaLakeEngine implements LakeEngine {
  /** Their pseudonyms take a tenth of the characters that a query’s parameters may have. */
  readonly clientsPerQuery = 2_000;
  readonly #queries: AthenaQueries;

  constructor(queries: AthenaQueries) {
    this.#queries = queries;
  }

  rows(query: LakeQuery): AsyncIterable<readonly SqlRow[]> {
    const { name, values } = query;
    return this.#queries.rows({ name, text: athenaText(this.#queries.database, query), values });
  }
}

/**
 * A query with its relations as steps. The fingerprint makes it another one when the files are: Athena gives an
 * earlier answer again for the same text only.
 */
export function athenaText(database: string, query: LakeQuery): string {
  const steps = relationsAsSteps(database, query.relations);
  return `-- ${query.name}, of ${query.fingerprint}\nwith\n${steps.join(',\n')}\n${statementOf(query)}`;
}
