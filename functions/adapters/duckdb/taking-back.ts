import type { TakingBack } from '../../core/ports/lake-table-writer.ts';
import { sqlName, sqlPath, sqlText } from './ingest-engine.ts';

/** The last word on every key of the period that the delivery has not, as rows that take it back. */
export function takingBack(spec: TakingBack): string {
  const { columns, key, ownDay, from, to, recordedOn, delivery, own, before, location } = spec;
  const keys = key.map(sqlName).join(', ');
  const nobody = `select ${[
    'cast(null as varchar) as client',
    ...columns.map(({ name, type }) => `cast(null as ${type}) as ${sqlName(name)}`),
    'cast(null as varchar) as delivery',
    'cast(null as bigint) as line',
    'cast(null as varchar) as delivered_as',
  ].join(', ')} where false`;
  const rowsOf = (locations: readonly string[]) =>
    locations.length === 0
      ? nobody
      : `${nobody} union all by name from read_parquet([${locations.map(sqlPath).join(', ')}], union_by_name = true)`;
  const values = columns.map(({ name }) => columnOf(name, recordedOn)).join(', ');
  return `copy (
      with earlier as (${rowsOf(before)}),
      versions as (
        select *, row_number() over (partition by ${keys} order by delivery desc, line desc) as place from earlier
      ),
      gone as (
        select * from versions
        where place = 1 and is_withdrawn is distinct from 'yes'
          and ${sqlName(ownDay)} between date ${sqlText(from)} and date ${sqlText(to)}
      )
      select client, ${values}, ${sqlText(delivery)} as delivery, row_number() over (order by ${keys}) as line,
        delivered_as
      from gone anti join (${rowsOf(own)}) as own using (${keys})
      order by line
    ) to ${sqlText(location)} (format parquet, compression zstd)`;
}

function columnOf(name: string, recordedOn: string): string {
  if (name === 'is_withdrawn') return `'yes' as is_withdrawn`;
  if (name === 'recorded_on') return `greatest(recorded_on, date ${sqlText(recordedOn)}) as recorded_on`;
  return sqlName(name);
}
