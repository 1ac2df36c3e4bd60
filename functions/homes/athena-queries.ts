import { AthenaQueries, openAthena } from '../adapters/athena/athena-queries.ts';
import { type AwsSettings, BadEnvironment } from './environment.ts';

/** Athena, in the Lambda's workgroup and the county's database. */
export function athenaQueries({ workgroup, database }: AwsSettings): AthenaQueries {
  if (workgroup === undefined || database === undefined)
    throw new BadEnvironment('environment: no workgroup or database of Athena');
  return new AthenaQueries({ client: openAthena(), workgroup, database });
}
