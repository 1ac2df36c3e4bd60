import { AthenaLakeEngine } from '../adapters/athena/athena-lake-engine.ts';
import { LakeConsentLedger } from '../adapters/lake/lake-consent-ledger.ts';
import { LakeHeldData } from '../adapters/lake/lake-held-data.ts';
import { LakeRelationshipRegister } from '../adapters/lake/lake-relationship-register.ts';
import { LakeScoreStore, publishedScores } from '../adapters/lake/lake-score-store.ts';
import { ObjectPublicationStore } from '../adapters/objects/object-publication-store.ts';
import { StateMachineRetraining } from '../adapters/sfn/state-machine-retraining.ts';
import type { PublicationStore } from '../core/ports/publication-store.ts';
import { athenaQueries } from './athena-queries.ts';
import { awsObjects } from './aws-objects.ts';
import { type AwsSettings, BadEnvironment } from './environment.ts';
import type { Home, TableReads } from './home.ts';

/** AWS: objects are in S3, and Athena asks the tables. */
export function awsHome(settings: AwsSettings): Home {
  const objects = awsObjects(settings);
  const publications = new ObjectPublicationStore(objects.lake());
  let reads: TableReads | undefined;
  return {
    objects: objects.of,
    publications,
    tables: () => {
      reads ??= readsBy(new AthenaLakeEngine(athenaQueries(settings)), publications);
      return reads;
    },
    files: async () => (await import('./aws-files.ts')).awsFiles(settings, objects),
    retraining: () => {
      if (settings.stateMachine === undefined) throw new BadEnvironment('environment: no state machine');
      return new StateMachineRetraining(settings.stateMachine);
    },
  };
}

function readsBy(engine: AthenaLakeEngine, publications: PublicationStore): TableReads {
  const scoresOf = async (programme: string) =>
    new LakeScoreStore(await publishedScores(publications, programme), engine);
  return {
    deliveredConsents: () => new LakeConsentLedger(publications, engine),
    relationships: () => new LakeRelationshipRegister(publications, engine),
    scoresOf,
    heldData: (programmes) => new LakeHeldData(publications, engine, programmes, scoresOf),
  };
}
