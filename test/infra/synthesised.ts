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
export interface Parameter {
  readonly Default?: unknown;
  readonly AllowedPattern?: string;
}
export type Resources = Readonly<Record<string, Resource>>;

/** What a county’s stacks are made of: settings as they are unless told, bundles of one line each, pages or none. */
export function made(given: Record<string, unknown>, hasPages: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'ennakko-infra-'));
  const bundleOf = (name: string) => join(folder, name);
  for (const name of [...lambdaNames, 'web']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, name === 'web' ? 'index.html' : 'index.mjs'), `// ${name}\n`);
  }
  return {
    folder,
    app: new App({ context: cdk.context, outdir: join(folder, 'cdk.out') }),
    settings: settingsOf({ ...smallest, ...given }, 'test'),
    built: { bundleOf, pagesFolder: hasPages ? join(folder, 'web') : undefined },
  };
}

const synthesised = new Map<string, ReturnType<typeof synthesiseAnew>>();

/** The stacks of a county as CloudFormation gets them, made once for all claims about the same settings. */
export function synthesise(given: Record<string, unknown> = {}, hasPages = true) {
  const id = JSON.stringify([given, hasPages]);
  const known = synthesised.get(id) ?? synthesiseAnew(given, hasPages);
  synthesised.set(id, known);
  return known;
}

function synthesiseAnew(given: Record<string, unknown>, hasPages: boolean) {
  const { folder, app, settings, built } = made(given, hasPages);
  const stacks = countyStacks(app, settings, built);
  const assembly = app.synth();
  const templateOf = (stack: keyof typeof stacks) => Template.fromStack(stacks[stack]).toJSON();
  const resourcesOf = (stack: keyof typeof stacks): Resources => templateOf(stack).Resources;
  const whole = {
    assembly,
    stacks,
    parametersOf: (stack: keyof typeof stacks): Readonly<Record<string, Parameter>> => {
      const { BootstrapVersion, ...others } = templateOf(stack).Parameters ?? {};
      return others;
    },
    data: resourcesOf('data'),
    service: resourcesOf('service'),
    observability: resourcesOf('observability'),
  };
  rmSync(folder, { recursive: true });
  return whole;
}

export const ofType = (resources: Resources, type: string): [id: string, resource: Resource][] =>
  Object.entries(resources).filter(([, resource]) => resource.Type === type);

/** A county that signs its own people in, under names of its own. */
export const ownIssuer = {
  signIn: {
    kind: 'oidc',
    issuer: 'https://login.pohjanmaa.fi',
    audience: 'ennakko',
    keysUrl: 'https://login.pohjanmaa.fi/keys',
  },
  alarmTopic: 'arn:aws:sns:eu-north-1:123456789012:on-call',
} as const;

/** A county that has named everything itself. */
export const ownNames = {
  pagesUrl: 'https://ennakko.pohjanmaa.fi',
  alarmEmail: 'valvonta@pohjanmaa.fi',
  anchors: { email: 'tietosuoja@pohjanmaa.fi' },
  signIn: {
    kind: 'cognito',
    domain: {
      name: 'kirjaudu.pohjanmaa.fi',
      certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-0000-4000-8000-000000000000',
    },
  },
} as const;

/** What every county’s file says. */
export const smallest = {
  county: 'test',
  programmes: ['older-people'],
  signIn: { kind: 'cognito' },
} as const;

/** A county with everything as the settings have it unless told, made once for all claims about it. */
export const county = synthesise();
