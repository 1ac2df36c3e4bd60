import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AthenaLakeEngine } from '../adapters/athena/athena-lake-engine.ts';
import { stagedObjects } from '../adapters/folder/staged-objects.ts';
import { LakeConsentLedger } from '../adapters/lake/lake-consent-ledger.ts';
import { LakeHeldData } from '../adapters/lake/lake-held-data.ts';
import { LakeHiddenDemandStore } from '../adapters/lake/lake-hidden-demand-store.ts';
import { LakeRecordingCounts } from '../adapters/lake/lake-recording-counts.ts';
import { LakeRelationshipRegister } from '../adapters/lake/lake-relationship-register.ts';
import { LakeScoreStore, publishedScores } from '../adapters/lake/lake-score-store.ts';
import { ObjectAnchors } from '../adapters/objects/object-anchors.ts';
import { ObjectPublicationStore } from '../adapters/objects/object-publication-store.ts';
import { forwardingTo } from '../adapters/objects/object-store.ts';
import { ObjectUnclearedFiles } from '../adapters/objects/object-uncleared-files.ts';
import { StateMachineRequests } from '../adapters/sfn/state-machine-requests.ts';
import type { PublicationStore } from '../core/ports/publication-store.ts';
import { athenaQueries } from './athena-queries.ts';
import { awsObjects } from './aws-objects.ts';
import { type AwsSettings, BadEnvironment } from './environment.ts';
import type { Home, TableReads } from './home.ts';

const landingFolder = 'landing/';

/** AWS: objects are in S3, and Athena asks the tables. */
export function awsHome(settings: AwsSettings): Home {
  const objects = awsObjects(settings);
  const lake = () => new ObjectPublicationStore(objects.lake());
  let reads: TableReads | undefined;
  return {
    objects: objects.of,
    /** When it is asked for: not every Lambda comes to the lake. */
    get publications() {
      return lake();
    },
    tables: () => {
      reads ??= readsBy(new AthenaLakeEngine(athenaQueries(settings)), lake());
      return reads;
    },
    files: async () => (await import('./aws-files.ts')).awsFiles(settings, objects),
    anchors: () => new ObjectAnchors(objects.of('anchors')),
    answerFiles: () => ({ removeNaming: async () => 0 }),
    uncleared: () => {
      const landing = stagedObjects(objects.of('landing'), join(tmpdir(), 'ennakko', 'searched'));
      return new ObjectUnclearedFiles(
        {
          ...forwardingTo(landing, (key) => key.slice(landingFolder.length)),
          entries: async () => [{ name: landingFolder, bytes: 0 }],
          list: async function* () {
            for await (const key of landing.list('')) yield landingFolder + key;
          },
        },
        new Set(),
      );
    },
    requests: (name) => {
      const machine = settings.stateMachines[name];
      if (machine === undefined) throw new BadEnvironment(`environment: no state machine of ${name}`);
      return new StateMachineRequests(machine);
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
    hiddenDemandOf: (programme) => LakeHiddenDemandStore.open(publications, programme, engine),
    recording: () => new LakeRecordingCounts(publications, engine),
    heldData: (programmes) => new LakeHeldData(publications, engine, programmes, scoresOf),
  };
}
