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
    const steps = relationsAsSteps(this.#queries.database, query.relations);
    // The fingerprint makes the statement another one when the files are: an earlier answer is used for the same only.
    const text = `-- ${query.name}, of ${query.fingerprint}\nwith\n${steps.join(',\n')}\n${statementOf(query)}`;
    return this.#queries.rows({ name: query.name, text, values: query.values });
  }
}
