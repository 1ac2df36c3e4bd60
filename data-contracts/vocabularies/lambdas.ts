import type { ClaimNames } from './sign-in-claims.ts';

/**
 * Where the service keeps things, by the bucket that holds them on AWS; on one machine each is a folder of the
 * home. A key is used through KMS and lies in no bucket as it is.
 */
export const stores = {
  /** Deliveries as they came. */
  landing: 'landing',
  /** Checked rows by pseudonym, what people said and units' relationships as delivered among them. */
  tables: 'lake',
  quarantine: 'lake',
  'client-months': 'lake',
  models: 'lake',
  scores: 'lake',
  /** Who is worth a check-up, where the county lets it be looked for. */
  'hidden-demand': 'lake',
  /** How old each model is and how far those scored are from those it learnt from: figures, nobody's score. */
  monitoring: 'lake',
  /** What places drawn by lot have shown of effects. */
  evidence: 'lake',
  /** The county's own legal bases and catalogues. */
  settings: 'lake',
  /** What people have told the service itself. */
  consents: 'records',
  /** When deliveries were taken in, and removed. */
  landed: 'records',
  /** Who has been erased. */
  erasures: 'records',
  outreach: 'records',
  /** What was answered under an idempotency key, and which one-time tokens are used up. */
  answers: 'records',
  audit: 'audit',
  /** How far the audit log had come at instants, signed; each written once. */
  anchors: 'anchors',
  /** Sealed identities. */
  vault: 'vault',
  /** Turns identity codes into pseudonyms. */
  'pseudonym-key': 'keys',
  /** Turns the lake's pseudonyms into those that a unit is told, and back. */
  'answers-key': 'keys',
  /** Opens the vault. */
  'vault-key': 'keys',
  /** Signs the audit log's anchors. */
  'anchor-key': 'keys',
} as const;

export type Store = keyof typeof stores;
export type Bucket = (typeof stores)[Store];

/** What a Lambda is for and what it may touch; what is not here it may not. */
export interface LambdaSpec {
  /**
   * A job takes an event of Step Functions; an API takes HTTP API v2 events, with a token in each; a trigger is
   * called by the user pool while somebody signs in.
   */
  readonly kind: 'job' | 'api' | 'trigger';
  readonly reads: readonly Store[];
  /** Creating and replacing; a store that it lists or reads back is among `reads` as well. */
  readonly writes: readonly Store[];
  /** Where it removes objects, besides those of the lake and the vault that it has replaced. */
  readonly removes?: readonly Store[];
  /** Whether it asks Athena. */
  readonly isQuerying: boolean;
  /** The state machines that it may start. */
  readonly starts?: readonly StartedMachine[];
}

/** State machines that somebody starts by asking for it over HTTP. */
export type StartedMachine = 'retraining' | 'erasure' | 'key-rotation';

/** What the release gate reads, and where it writes what it decides. */
const gate = ['tables', 'consents', 'erasures', 'audit', 'settings'] as const satisfies Store[];

/** Every Lambda of the service, by the name of its folder in `functions/` and of its bundle. */
export const lambdas = {
  ingest: {
    kind: 'job',
    // makes the keys when there are none, and the vault's files from their parts
    // and what was turned away of files in which more is turned away when two people turn out to be one
    reads: [
      'landing',
      'landed',
      'tables',
      'settings',
      'erasures',
      'vault',
      'quarantine',
      'pseudonym-key',
      'vault-key',
    ],
    writes: ['tables', 'vault', 'quarantine', 'landed', 'pseudonym-key', 'vault-key'],
    // deliveries that have been there for as long as the county keeps them, and why rows of a mended file were turned away
    removes: ['landing', 'quarantine'],
    isQuerying: false,
  },
  'client-months': {
    kind: 'job',
    reads: ['tables', 'client-months', 'settings'],
    writes: ['client-months'],
    isQuerying: true,
  },
  /** Trains and, on people not learnt from, evaluates: the two are published together. */
  train: {
    kind: 'job',
    reads: [...gate, 'client-months', 'models'],
    writes: ['models', 'audit'],
    isQuerying: true,
  },
  /** Scores those of one shard of a programme's clients who may be profiled, or of all of them. */
  score: {
    kind: 'job',
    reads: [...gate, 'client-months', 'models', 'scores'],
    writes: ['scores', 'audit'],
    isQuerying: true,
  },
  /** Makes all scored shards the programme's current scores, by one conditional write. */
  publish: {
    kind: 'job',
    reads: ['client-months', 'models', 'scores', 'monitoring'],
    writes: ['scores', 'monitoring'],
    isQuerying: false,
  },
  /** Looks for hidden demand among those who may be looked at for it, where the county has confirmed a basis for that. */
  'find-hidden-demand': {
    kind: 'job',
    reads: [...gate, 'client-months', 'hidden-demand'],
    writes: ['hidden-demand', 'audit'],
    isQuerying: true,
  },
  /** Takes everyone erased out of all that is kept and made; opens no identity. */
  erase: {
    kind: 'job',
    reads: [
      ...gate,
      'client-months',
      'models',
      'scores',
      'hidden-demand',
      'outreach',
      'vault',
      // deliveries are searched for the person, whose identifier there is known by its pseudonym alone
      'landing',
      'landed',
      'quarantine',
      'pseudonym-key',
    ],
    writes: [
      'tables',
      'client-months',
      'models',
      'scores',
      'hidden-demand',
      'outreach',
      'vault',
      'erasures',
      'audit',
    ],
    isQuerying: true,
  },
  /** Gives the vault another key, and everything sealed with it: identities, and what teams noted. */
  'rotate-keys': {
    kind: 'job',
    reads: ['vault', 'vault-key', 'outreach', 'audit'],
    writes: ['vault', 'vault-key', 'outreach', 'audit'],
    removes: ['vault-key'],
    isQuerying: false,
  },
  /** Signs how far the audit log has come and publishes it where nothing is written twice; writes no log itself. */
  anchor: {
    kind: 'job',
    reads: ['audit', 'anchors', 'anchor-key'],
    writes: ['anchors', 'anchor-key'],
    isQuerying: false,
  },
  /** Cohorts, plans, statistics; outreach lists made, nobody named. */
  'planner-api': {
    kind: 'api',
    // makes the key of its pseudonyms where there is none
    reads: [...gate, 'scores', 'hidden-demand', 'evidence', 'outreach', 'answers', 'answers-key'],
    writes: ['audit', 'outreach', 'answers', 'answers-key'],
    isQuerying: true,
  },
  /** Outreach lists opened, exported, followed. */
  'prevention-api': {
    kind: 'api',
    reads: [...gate, 'outreach', 'answers', 'vault', 'vault-key'],
    writes: ['audit', 'outreach', 'consents', 'answers'],
    isQuerying: true,
  },
  /** Model card, evaluation, how the model stands, results of outreach, retraining. */
  'knowledge-api': {
    kind: 'api',
    reads: ['models', 'monitoring', 'outreach', 'audit'],
    writes: ['audit'],
    isQuerying: false,
    starts: ['retraining'],
  },
  /** What people say, what is held of them, who saw it; erasure and another key for the vault asked for. */
  'rights-api': {
    kind: 'api',
    reads: [
      ...gate,
      'anchors',
      'scores',
      'hidden-demand',
      'outreach',
      'vault',
      'pseudonym-key',
      'answers-key',
      'landing',
      'landed',
    ],
    writes: ['audit', 'consents', 'answers-key'],
    isQuerying: true,
    starts: ['erasure', 'key-rotation'],
  },
  /** Puts a worker's unit into the access token that the user pool is about to sign; touches nothing that is kept. */
  'token-claims': { kind: 'trigger', reads: [], writes: [], isQuerying: false },
} as const satisfies Record<string, LambdaSpec>;

export type LambdaName = keyof typeof lambdas;
export const lambdaNames = Object.keys(lambdas) as LambdaName[];

/** The buckets that a Lambda touches, each once. */
export function bucketsOf(name: LambdaName): Bucket[] {
  const { reads, writes }: LambdaSpec = lambdas[name];
  return [...new Set([...reads, ...writes].map((store) => stores[store]))];
}

/**
 * Names of the environment variables by which a Lambda on AWS is told where things are: a bucket each, KMS's key
 * for those that come to the keys, the catalogue's database and the workgroup for those that query, the token's
 * issuer, audience and keys for APIs, the names of its claims for those that read or put them, the state machines
 * for those that start them. In place of them all, `ENNAKKO_HOME` names a folder.
 */
export function environmentOf(name: LambdaName): string[] {
  const { kind, isQuerying, starts = [] }: LambdaSpec = lambdas[name];
  return [
    ...bucketsOf(name).map((bucket) => bucketVariable(bucket)),
    ...(bucketsOf(name).includes('keys') ? ['ENNAKKO_KEYS_KMS_KEY'] : []),
    ...(isQuerying ? ['ENNAKKO_GLUE_DATABASE', 'ENNAKKO_ATHENA_WORKGROUP'] : []),
    ...(kind === 'api' ? ['ENNAKKO_TOKEN_ISSUER', 'ENNAKKO_TOKEN_AUDIENCE', 'ENNAKKO_TOKEN_KEYS_URL'] : []),
    ...(kind === 'job' ? [] : Object.values(claimVariables)),
    ...starts.map(machineVariable),
  ];
}

/** The variables that tell the names of a token's claims. */
export const claimVariables = {
  role: 'ENNAKKO_TOKEN_ROLE_CLAIM',
  unit: 'ENNAKKO_TOKEN_UNIT_CLAIM',
  represents: 'ENNAKKO_TOKEN_REPRESENTS_CLAIM',
} as const satisfies Record<keyof ClaimNames, string>;

export const machineVariable = (machine: StartedMachine) =>
  `ENNAKKO_${machine.toUpperCase().replace('-', '_')}_STATE_MACHINE`;

export const bucketVariable = (bucket: Bucket) => `ENNAKKO_${bucket.toUpperCase()}_BUCKET`;
