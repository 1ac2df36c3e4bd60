import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { query } from './files-of-a-home.ts';
import { namesOf } from './told-names.ts';

/** People of a cohort whom one unit knows, in the cohort's order. */
export interface KnownTogether {
  readonly unit: string;
  /** As the planner's unit was told of each, as the lake knows them and as the officer's unit is told of them. */
  readonly people: readonly { readonly told: string; readonly lake: string; readonly officers: string }[];
}

/** The unit that knows most of the people of a cohort that was saved, and those people. */
export async function knownTogether(home: string, cohort: string): Promise<KnownTogether> {
  const { rows } = JSON.parse(readFileSync(cohort, 'utf8')) as { rows: { client: string }[] };
  const people = await Promise.all(
    rows.map(async ({ client: told }) => ({ told, ...(await namesOf(home, told)) })),
  );
  const relationships = await query(
    `select client, unit from read_parquet('${join(home, 'tables/lake/client-relationships')}/*.parquet')
     where ended_on is null`,
  );
  const knows = new Map<string, Set<string>>();
  for (const { client, unit } of relationships)
    knows.set(String(unit), (knows.get(String(unit)) ?? new Set()).add(String(client)));
  const byUnit = [...knows].map(([unit, known]) => ({
    unit,
    people: people.filter(({ lake }) => known.has(lake)),
  }));
  return byUnit.reduce((most, one) => (one.people.length > most.people.length ? one : most));
}
