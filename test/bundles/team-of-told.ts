import { join } from 'node:path';
import { namesOf } from '../e2e/gate/told-names.ts';

/** Somebody as a planner was told of them, as the officer is, and as the lake knows them. */
export interface NamedToAll {
  readonly client: string;
  readonly officers: string;
  readonly lake: string;
}

/** As many as go on a list though some of them have said no. */
const asked = 12;

/** The unit that knows most of those whom a planner was told of, and some of them. */
export async function teamOf(
  home: string,
  told: readonly string[],
): Promise<{ unit: string; people: NamedToAll[] }> {
  const related = await relatedClients(home);
  const teams = new Map<string, NamedToAll[]>();
  for (const client of told) {
    const named = { client, ...(await namesOf(home, client)) };
    const unit = related.get(named.lake);
    if (unit) teams.set(unit, [...(teams.get(unit) ?? []), named]);
  }
  const [unit, people] = [...teams].sort(([, some], [, others]) => others.length - some.length)[0]!;
  return { unit, people: people.slice(0, asked) };
}

/** Clients with a unit that knows them today, as the lake has it. */
async function relatedClients(home: string): Promise<Map<string, string>> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const files = join(home, 'tables/lake/client-relationships/*.parquet');
  const read = await connection.runAndReadAll(
    `select client, min(unit) as unit from read_parquet('${files}') where ended_on is null group by client`,
  );
  connection.closeSync();
  instance.closeSync();
  return new Map(read.getRowObjectsJS().map(({ client, unit }) => [String(client), String(unit)]));
}
