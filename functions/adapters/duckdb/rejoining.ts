import { type DuckDBConnection, listValue } from '@duckdb/node-api';
import { lakeColumns } from '../../../data-contracts/schemas/lake-columns.ts';
import type {
  Rejoined,
  Rejoining,
  StatedInFile,
  TurnedAwayByKey,
} from '../../core/ports/lake-table-writer.ts';
import { sqlName, sqlPath, sqlText } from './ingest-engine.ts';

const everyTables = ['client', 'delivery', 'line'];

/** Files of before a column was known have none of it. */
function rowsOf(columns: Rejoining['columns'], locations: readonly string[]): string {
  const all = [
    { name: 'client', type: 'varchar' },
    ...columns,
    { name: 'delivery', type: 'varchar' },
    { name: 'line', type: 'bigint' },
    { name: 'delivered_as', type: 'varchar' },
  ];
  const nobody = `select ${all.map(({ name, type }) => `cast(null as ${type}) as ${sqlName(name)}`).join(', ')} where false`;
  if (locations.length === 0) return `(${nobody})`;
  const files = locations.map(sqlPath).join(', ');
  return `(${nobody} union all by name from read_parquet([${files}], union_by_name = true))`;
}

/**
 * Writes a lake file anew with each row under the pseudonym that its person has now, without those who are erased. Two
 * rows that are of one client and day by it are one too many: the first in the file stays, and what stands in files of
 * the delivery before it.
 */
export async function rejoin(connection: DuckDBConnection, spec: Rejoining): Promise<Rejoined> {
  const { columns, key, location, from, personOf, before } = spec;
  const count = async (sql: string) => Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0] ?? 0);
  await connection.run('create temp table people as select unnest(?) as delivered, unnest(?) as person', [
    listValue([...personOf.keys()]),
    listValue([...personOf.values()]),
  ]);
  const own = rowsOf(columns, [from]);
  const affected = `from ${own} as f inner join people as p on p.delivered = coalesce(f.delivered_as, f.client)`;
  const erased = await count(`select count(*) ${affected} where p.person = 'erased'`);
  const names = columns.map(({ name }) => `f.${sqlName(name)}`).join(', ');
  await connection.run(`create temp view rejoined as
    select coalesce(p.person, f.client) as client, ${names}, f.delivery, f.line,
      case when p.delivered is null then f.delivered_as when p.person <> p.delivered then p.delivered end
        as delivered_as
    from ${own} as f left join people as p on p.delivered = coalesce(f.delivered_as, f.client)
    where p.person is distinct from 'erased'`);
  await connection.run(`create temp table turned_away as ${clashes(key, rowsOf(columns, before))}`);
  const turned = await connection.runAndReadAll('select line, rule from turned_away order by line');
  const turnedAway = turned
    .getRows()
    .map(([line, rule]) => ({ line: Number(line), rule }) as TurnedAwayByKey);
  const changed = await count(`select count(*) ${affected} anti join turned_away as t on t.line = f.line
    where p.person not in (f.client, 'erased')`);
  if (changed + erased + turnedAway.length === 0) return { changed, erased, turnedAway };
  const isAnyJoined = (await count('select count(delivered_as) from rejoined')) > 0;
  const kept = ['client', ...columns.map(({ name }) => name), 'delivery', 'line'];
  await connection.run(`copy (
      select ${[...kept, ...(isAnyJoined ? ['delivered_as'] : [])].map(sqlName).join(', ')}
      from rejoined anti join turned_away using (line) order by line
    ) to ${sqlText(location)} (format parquet, compression zstd)`);
  return { changed, erased, turnedAway };
}

/** Where a key says nothing of the client, it is as unique as before. */
function clashes(key: readonly string[], before: string): string {
  const nothing = `select cast(null as bigint) as line, '' as rule where false`;
  if (!key.includes('client')) return nothing;
  const keys = key.map(sqlName).join(', ');
  return `select line, case when is_before then 'key-in-another-file' else 'duplicate-key' end as rule
    from (
      select r.line, b.is_before is not null as is_before,
        row_number() over (partition by ${key.map((name) => `r.${sqlName(name)}`).join(', ')} order by r.line) as place
      from rejoined as r
      left join (select distinct ${keys}, true as is_before from ${before}) as b using (${keys})
    )
    where is_before or place > 1`;
}

/** The last word on each pair that is not taken back. */
export async function statedIdentities(
  connection: DuckDBConnection,
  locations: readonly string[],
): Promise<StatedInFile[]> {
  const own = lakeColumns('former-identifiers').filter(([name]) => !everyTables.includes(name));
  const columns = own.map(([name, type]) => ({ name, type }));
  const stated: StatedInFile[] = [];
  const found = await connection.runAndReadAll(`select former_client, client, place from (
      ${locations.map((location, place) => `select *, ${place} as place from ${rowsOf(columns, [location])}`).join(' union all ')}
    )
    qualify row_number() over (partition by former_client, client order by delivery desc, line desc) = 1
      and is_withdrawn is distinct from 'yes'
    order by former_client, client`);
  for (const [former, client, place] of found.getRows())
    stated.push({ former: String(former), client: String(client), location: locations[Number(place)]! });
  return stated;
}
