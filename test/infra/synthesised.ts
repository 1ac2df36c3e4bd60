import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import cdk from '../../cdk.json' with { type: 'json' };
import { lambdaNames } from '../../data-contracts/vocabularies/lambdas.ts';
import { countyStacks } from '../../infra/county-stacks.ts';
import { settingsOf } from '../../infra/read-settings.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}
export type Resources = Readonly<Record<string, Resource>>;

/** The stacks of a county as CloudFormation gets them, made from bundles of one line each. */
export function synthesise(given: Record<string, unknown> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ennakko-infra-'));
  const built = { bundleOf: (name: string) => join(folder, name), pagesFolder: join(folder, 'web') };
  for (const name of [...lambdaNames, 'web']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, name === 'web' ? 'index.html' : 'index.mjs'), `// ${name}\n`);
  }
  const county = { county: 'test', programmes: ['older-people'], signIn: { kind: 'cognito' } };
  const app = new App({ context: cdk.context, outdir: join(folder, 'cdk.out') });
  const stacks = countyStacks(app, settingsOf({ ...county, ...given }, 'test'), built);
  const assembly = app.synth();
  const resourcesOf = (stack: keyof typeof stacks): Resources =>
    Template.fromStack(stacks[stack]).toJSON().Resources;
  const made = {
    assembly,
    stacks,
    data: resourcesOf('data'),
    service: resourcesOf('service'),
    observability: resourcesOf('observability'),
  };
  rmSync(folder, { recursive: true });
  return made;
}

export const ofType = (resources: Resources, type: string): [id: string, resource: Resource][] =>
  Object.entries(resources).filter(([, resource]) => resource.Type === type);

/** A county with everything as the settings have it unless told, made once for all claims about it. */
export const county = synthesise();
