import { DefinitionBody, JsonPath } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { CountySettings } from '../settings.ts';
import type { Functions } from './functions.ts';
import { jobStep } from './job-step.ts';
import { ServiceMachine } from './service-machine.ts';

const machines = {
  erasure: { lambda: 'erase', step: 'Erase', fields: ['client', 'requester'] },
  'key-rotation': { lambda: 'rotate-keys', step: 'Rotate keys', fields: ['requester'] },
} as const;

/** A job that the data-protection officer asks for over HTTP: one Lambda, tried again until it is done. */
export class AskedJob extends Construct {
  readonly machine: ServiceMachine;

  constructor(
    scope: Construct,
    id: string,
    settings: CountySettings,
    functions: Functions,
    name: keyof typeof machines,
  ) {
    super(scope, id);
    const { lambda, step, fields } = machines[name];
    const event = Object.fromEntries(fields.map((field) => [field, JsonPath.objectAt(`$.${field}`)]));
    this.machine = new ServiceMachine(this, 'Machine', {
      settings,
      key: functions.logKey,
      name,
      definition: DefinitionBody.fromChainable(jobStep(this, step, functions.byName[lambda], event, 16)),
      lambdas: [functions.byName[lambda]],
      statements: [],
    });
  }
}
