import type { Relation } from '../lake/lake-engine.ts';

/**
 * Relations as the first steps of a statement: the published files of tables in the catalogue, and no other file
 * that lies there. A table that is kept by run is asked for its programme's run.
 */
export function relationsAsSteps(database: string, relations: readonly Relation[]): string[] {
  return relations.map(({ name, columns, locations, partition }) => {
    const names = columns.map(([column]) => column).join(', ');
    const isPublished = locations.length > 0 ? `"$path" in (${locations.map(sqlText).join(', ')})` : 'false';
    const conditions = [
      ...(partition
        ? [`programme = ${sqlText(partition.programme)}`, `run = ${sqlText(partition.run)}`]
        : []),
      isPublished,
    ];
    return `${name} as (\n  select ${names} from "${database}"."${name}"\n  where ${conditions.join(' and ')}\n)`;
  });
}

const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;
