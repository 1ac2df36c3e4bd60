import type { DuckDBConnection } from '@duckdb/node-api';
import type { LakeFileSpec } from '../../core/ports/lake-table-writer.ts';
import { sqlName, sqlPath } from './ingest-engine.ts';

/**
 * Looks for rows of a lake file whose key other files have otherwise, and adds their lines to `turned_away`. The
 * files of the same delivery say each key once; of the others the latest version counts. Keys are compared by hash
 * first, which is cheap: few come twice.
 * @returns how many were found, how many rows go to another person, and of how many the order of recording is not that
 * of the deliveries
 */
export async function findClashes(connection: DuckDBConnection, spec: LakeFileSpec): Promise<Clashes> {
  const { others } = spec;
  if (!others || others.locations.length === 0) return { found: 0, moved: 0, outOfOrder: 0 };
  await connection.run(clashesOf(spec, others));
  const added = await connection.runAndReadAll(
    "insert into turned_away select line, rule from clashes where rule in ('key-in-another-file', 'key-of-another-person')",
  );
  const accepted = await connection.runAndReadAll(
    "select count(*) filter (rule = 'moved'), count(*) filter (rule in ('moved', 'kept') and is_out_of_order) from clashes",
  );
  const [moved, outOfOrder] = accepted.getRows()[0]!.map(Number);
  return { found: Number(added.getRows()[0]?.[0] ?? 0), moved: moved!, outOfOrder: outOfOrder! };
}

export interface Clashes {
  readonly found: number;
  readonly moved: number;
  readonly outOfOrder: number;
}

function clashesOf(
  { key, columns, delivery, location }: LakeFileSpec,
  { locations, ownDay }: NonNullable<LakeFileSpec['others']>,
): string {
  const keys = key.map(sqlName).join(', ');
  const source = columns.some(({ name }) => name === 'data_source') ? 'data_source' : 'null';
  const day = ownDay ? sqlName(ownDay) : 'null';
  const files = `(select cast(null as varchar) as is_withdrawn where false union all by name
    from read_parquet([${locations.map(sqlPath).join(', ')}], union_by_name = true))`;
  const recorded = columns.some(({ name }) => name === 'recorded_on') ? 'recorded_on' : 'cast(null as date)';
  const version = `${keys}, client, ${day} as day, ${source} as source, ${recorded} as recorded, delivery, line`;
  return `create temp table clashes as
    with own as (
      select ${version}, hash(${keys}) as key_hash from read_parquet(${sqlPath(location)})
    ),
    hashes as (select key_hash from own),
    others as (
      select ${version}, is_withdrawn
      from ${files} semi join hashes on key_hash = hash(${keys})
    ),
    latest as (
      select *, row_number() over (partition by ${keys} order by delivery = $own desc, delivery desc, line desc)
        as place
      from others
    ),
    compared as (
      select own.line,
        case
          when latest.delivery = own.delivery then 'key-in-another-file'
          when latest.is_withdrawn is not distinct from 'yes' or latest.client = own.client then 'kept'
          when latest.day is distinct from own.day or latest.source is distinct from own.source
            then 'key-of-another-person'
          else 'moved'
        end as rule,
        latest.is_withdrawn is distinct from 'yes'
          and (own.delivery > latest.delivery and own.recorded < latest.recorded
            or own.delivery < latest.delivery and own.recorded > latest.recorded) as is_out_of_order
      from own inner join latest using (${keys})
      where latest.place = 1
    )
    -- of what stays as it was, only what is told
    from compared where rule <> 'kept' or is_out_of_order`.replace(
    '$own',
    `'${delivery.replaceAll("'", "''")}'`,
  );
}
