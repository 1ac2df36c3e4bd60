import { z } from 'zod';
import {
  type Bucket,
  bucketsOf,
  bucketVariable,
  claimVariables,
  type LambdaName,
  type LambdaSpec,
  lambdas,
  machineVariable,
  type StartedMachine,
} from '../../data-contracts/vocabularies/lambdas.ts';
import { type ClaimNames, usualClaimNames } from '../../data-contracts/vocabularies/sign-in-claims.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface AwsSettings {
  readonly kind: 'aws';
  /** Names of the buckets that the Lambda may touch. */
  readonly buckets: Readonly<Partial<Record<Bucket, string>>>;
  readonly database: string | undefined;
  readonly workgroup: string | undefined;
  /** Those that the Lambda may start. */
  readonly stateMachines: Readonly<Partial<Record<StartedMachine, string>>>;
  /** Under which the service's own keys are encrypted. */
  readonly kmsKey: string | undefined;
  /** What the query engine of files may take of the Lambda's memory. */
  readonly queryMegabytes: number;
}

export type HomeSettings = { readonly kind: 'folder'; readonly folder: string } | AwsSettings;

export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly keysUrl: string;
  readonly claimNames: ClaimNames;
}

/** A Lambda is not told what it needs, or is told it in another form. Names variables and rules, never values. */
export class BadEnvironment extends Error {
  readonly code = 'bad-environment';
}

const Text = z.string().min(1);

/** Where a Lambda's things are: a folder where `ENNAKKO_HOME` names one, else AWS. @throws BadEnvironment */
export function homeSettings(name: LambdaName, environment: Environment): HomeSettings {
  if (environment.ENNAKKO_HOME) return { kind: 'folder', folder: environment.ENNAKKO_HOME };
  const { isQuerying, starts = [] }: LambdaSpec = lambdas[name];
  const buckets = bucketsOf(name);
  const told: Readonly<Record<string, string>> = parsed(
    {
      ...Object.fromEntries(buckets.map((bucket) => [bucketVariable(bucket), Text])),
      ...(isQuerying && { ENNAKKO_GLUE_DATABASE: Text, ENNAKKO_ATHENA_WORKGROUP: Text }),
      ...(buckets.includes('keys') && { ENNAKKO_KEYS_KMS_KEY: Text }),
      ...Object.fromEntries(starts.map((machine) => [machineVariable(machine), Text])),
    },
    environment,
  );
  return {
    kind: 'aws',
    buckets: Object.fromEntries(buckets.map((bucket) => [bucket, told[bucketVariable(bucket)]])),
    database: told.ENNAKKO_GLUE_DATABASE,
    workgroup: told.ENNAKKO_ATHENA_WORKGROUP,
    stateMachines: Object.fromEntries(starts.map((machine) => [machine, told[machineVariable(machine)]])),
    kmsKey: told.ENNAKKO_KEYS_KMS_KEY,
    queryMegabytes: queryMegabytes(environment),
  };
}

/** Half of the memory that Lambda says there is: the other half is for what is made of the rows. */
const queryMegabytes = ({ AWS_LAMBDA_FUNCTION_MEMORY_SIZE: given }: Environment) =>
  Math.max(256, Math.floor(Number(given ?? 2048) / 2));

const isOfThisMachine = ({ protocol, hostname }: URL) =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** An address at which nobody between can put in other keys. On this machine a plain one will do, in a folder's home. */
const Address = (mayBeOfThisMachine: boolean) =>
  Text.refine(
    (text) => {
      if (!URL.canParse(text)) return false;
      const url = new URL(text);
      return url.protocol === 'https:' || (mayBeOfThisMachine && isOfThisMachine(url));
    },
    { error: 'expected an https address' },
  );

/** Whose tokens an API takes. The development sign-in is of this machine, and so is refused on AWS. @throws BadEnvironment */
export function tokenSettings(environment: Environment): TokenSettings {
  const address = Address(Boolean(environment.ENNAKKO_HOME));
  const told = parsed(
    {
      ENNAKKO_TOKEN_ISSUER: address,
      ENNAKKO_TOKEN_AUDIENCE: Text,
      ENNAKKO_TOKEN_KEYS_URL: address,
      [claimVariables.role]: Text.default(usualClaimNames.role),
      [claimVariables.unit]: Text.default(usualClaimNames.unit),
      [claimVariables.represents]: Text.default(usualClaimNames.represents),
    },
    environment,
  );
  return {
    issuer: told.ENNAKKO_TOKEN_ISSUER,
    audience: told.ENNAKKO_TOKEN_AUDIENCE,
    keysUrl: told.ENNAKKO_TOKEN_KEYS_URL,
    claimNames: {
      role: told.ENNAKKO_TOKEN_ROLE_CLAIM,
      unit: told.ENNAKKO_TOKEN_UNIT_CLAIM,
      represents: told.ENNAKKO_TOKEN_REPRESENTS_CLAIM,
    },
  };
}

/** Under which names the user pool's tokens are to say unit and whom somebody stands for. @throws BadEnvironment */
export function claimSettings(environment: Environment): Pick<ClaimNames, 'unit' | 'represents'> {
  const told = parsed({ [claimVariables.unit]: Text, [claimVariables.represents]: Text }, environment);
  return { unit: told[claimVariables.unit]!, represents: told[claimVariables.represents]! };
}

function parsed<Shape extends Record<string, z.ZodType<string>>>(shape: Shape, environment: Environment) {
  const read = z.object(shape).safeParse(environment);
  if (read.success) return read.data as Record<keyof Shape, string>;
  const faults = read.error.issues.map(({ path, code, message }) => {
    const name = path.join('.');
    if (environment[name] === undefined) return `${name}: missing`;
    return `${name}: ${code === 'custom' ? message : 'empty'}`;
  });
  throw new BadEnvironment(`environment: ${faults.join('; ')}`);
}
