import { ObjectPublicationStore } from '../adapters/objects/object-publication-store.ts';
import { StateMachineRetraining } from '../adapters/sfn/state-machine-retraining.ts';
import { awsObjects } from './aws-objects.ts';
import { type AwsSettings, BadEnvironment } from './environment.ts';
import type { Home, TableEngine } from './home.ts';

/** AWS: objects are in S3. */
export function awsHome(settings: AwsSettings): Home {
  const objects = awsObjects(settings);
  const publications = new ObjectPublicationStore(objects.lake());
  return {
    objects: objects.of,
    publications,
    tables: noEngine,
    retraining: () => {
      if (settings.stateMachine === undefined) throw new BadEnvironment('environment: no state machine');
      return new StateMachineRetraining(settings.stateMachine);
    },
  };
}

/** The home has nothing that could ask its tables. */
export class NoTableEngine extends Error {
  readonly code = 'no-table-engine';
}

const noEngine = new Proxy({} as TableEngine, {
  get: () => {
    throw new NoTableEngine('tables: nothing in this home can ask them');
  },
});
