import { z } from 'zod';
import { ThingId, WholeNumber } from '../data-contracts/schemas/fields.ts';

const Web = z.url({ protocol: /^https$/ });
const Schedule = z.string().regex(/^(cron|rate)\(.+\)$/, { error: 'expected cron(…) or rate(…)' });

/** Who says who somebody is: a user pool of this deployment’s own, or the county’s OpenID Connect issuer. */
const SignIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cognito') }),
  z.strictObject({
    kind: z.literal('oidc'),
    issuer: Web,
    audience: z.string().min(1),
    /** Where the issuer's public keys are, as its discovery document says under `jwks_uri`. */
    keysUrl: Web,
  }),
]);

/** One deployment: a county, or a trial of one. A file `infra/counties/<name>.json`. */
export const CountySettings = z.strictObject({
  /** Part of the names of stacks and roles, so one a county and account. */
  county: z.string().regex(/^[a-z][a-z0-9-]{1,23}$/),
  region: z.string().default('eu-north-1'),
  /** Twelve digits; absent: the account of whoever deploys. */
  account: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  programmes: z.array(ThingId).min(1),
  signIn: SignIn,
  /** Deliveries taken in, and everybody scored anew. Local time of Helsinki. */
  nightly: Schedule.default('cron(0 2 * * ? *)'),
  /** When models are trained anew, as the knowledge-management team sets it. */
  retraining: Schedule.default('cron(0 4 1 */3 ? *)'),
  training: z
    .strictObject({ seed: WholeNumber(0, 2 ** 31 - 1), maximumRows: WholeNumber(1_000, 10_000_000) })
    .default({ seed: 1, maximumRows: 300_000 }),
  /** Into how many parts a programme's clients are divided for scoring. */
  shards: WholeNumber(1, 1_000).default(16),
  /** How many shards are scored at once. */
  scoringConcurrency: WholeNumber(1, 1_000).default(16),
  /** A query that would read more is stopped. */
  scanLimitGigabytes: WholeNumber(1, 10_000).default(200),
  /** How long the audit log cannot be deleted by anybody. */
  auditRetentionYears: WholeNumber(1, 100).default(12),
  /** How long earlier versions of objects are kept, as the backup. */
  versionRetentionDays: WholeNumber(1, 3_650).default(90),
  /** How long a delivery is kept as an earlier version once it has been removed, as the county's retention says. */
  landingVersionDays: WholeNumber(1, 3_650).default(7),
  /** Above which values somebody is told. */
  alarms: z
    .strictObject({
      refusedReleasesADay: WholeNumber(0, 1_000_000),
      /** In a quarter of an hour. */
      refusedSignIns: WholeNumber(0, 1_000_000),
      /** Population stability index beyond chance, of the most shifted predictor, or of the predictions. */
      drift: z.number().min(0).default(0.25),
    })
    .default({ refusedReleasesADay: 20, refusedSignIns: 20, drift: 0.25 }),
  /** Where alarms are told. */
  alarmEmail: z.email().optional(),
  /** Data and keys go when the stacks go, and the audit log is not locked. Never with real people. */
  isTrial: z.boolean().default(false),
});
export type CountySettings = z.infer<typeof CountySettings>;
