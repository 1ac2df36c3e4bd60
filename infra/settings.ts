import { z } from 'zod';
import { ThingId, WholeNumber } from '../data-contracts/schemas/fields.ts';
import { usualClaimNames } from '../data-contracts/vocabularies/sign-in-claims.ts';
import { isOfNobody } from './domains-of-nobody.ts';

const Web = z.url({ protocol: /^https$/ });
const Host = z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/);
const ClaimName = z.string().min(1).max(200);
/** Where the pages of a trial are, on the machine of whoever tries. */
export const localPages = 'http://localhost:8787';
const Schedule = z.string().regex(/^(cron|rate)\(.+\)$/, { error: 'expected cron(…) or rate(…)' });

/** Who says who somebody is: a user pool of this deployment’s own, or the county’s OpenID Connect issuer. */
const SignIn = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cognito'),
    /** A name of the county's own for the pages of the sign-in; absent: one of Amazon's. */
    domain: z
      .strictObject({
        name: Host,
        /** Of AWS Certificate Manager in us-east-1. */
        certificate: z.string().regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/),
      })
      .optional(),
  }),
  z.strictObject({
    kind: z.literal('oidc'),
    issuer: Web,
    audience: z.string().min(1),
    /** Where the issuer's public keys are, as its discovery document says under `jwks_uri`. */
    keysUrl: Web,
    /** Under which names its tokens say role, unit and whom somebody stands for. */
    claims: z
      .strictObject({ role: ClaimName, unit: ClaimName, represents: ClaimName })
      .default(usualClaimNames),
  }),
]);

const Fields = z.strictObject({
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
  /** When the audit log is anchored, once a day at least: signed, published and mailed. Local time of Helsinki. */
  anchoring: Schedule.default('cron(45 23 * * ? *)'),
  anchors: z
    .strictObject({
      /**
       * Who gets each anchor by mail, to keep it where nobody of this account comes. Where a county's file names
       * neither them nor a bucket of another account, the deployment asks.
       */
      email: z.email().optional(),
      /**
       * A bucket of another account in place of this deployment’s own, locked and refusing overwrites there as
       * docs/guide/aws.md says, and the key that it is encrypted under, where that is one of KMS.
       */
      bucket: z
        .strictObject({
          name: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
          keyArn: z
            .string()
            .regex(/^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/)
            .optional(),
        })
        .optional(),
    })
    .default({}),
  /** When models are trained anew, as the knowledge-management team sets it. */
  retraining: Schedule.default('cron(0 4 1 */3 ? *)'),
  training: z
    .strictObject({ seed: WholeNumber(0, 2 ** 31 - 1), maximumRows: WholeNumber(1_000, 10_000_000) })
    .default({ seed: 1, maximumRows: 300_000 }),
  /** Into how many parts a programme's clients are divided for scoring. */
  shards: WholeNumber(1, 1_000).default(16),
  /** How many shards are scored at once. */
  scoringConcurrency: WholeNumber(1, 1_000).default(16),
  concurrency: z
    .strictObject({
      /** How many Lambdas the account may run at once, as its quota says; a new account's is often 10. */
      ofAccount: WholeNumber(1, 1_000_000),
      /** How many of each API always can, and never more. */
      ofEachApi: WholeNumber(1, 10_000),
    })
    .default({ ofAccount: 1_000, ofEachApi: 25 }),
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
      /** Of one person's questions in an hour, for want of the role or by the release gate. */
      refusedOfOneAnHour: WholeNumber(0, 1_000_000).default(20),
      /** In a quarter of an hour. */
      refusedSignIns: WholeNumber(0, 1_000_000),
      /** Population stability index beyond chance, of the most shifted predictor, or of the predictions. */
      drift: z.number().min(0).default(0.25),
    })
    .default({ refusedReleasesADay: 20, refusedOfOneAnHour: 20, refusedSignIns: 20, drift: 0.25 }),
  /**
   * Who is told of alarms: an address, or a topic that somebody already listens to. Where a county's file says
   * neither, the deployment asks, and without an answer deploys nothing.
   */
  alarmEmail: z.email().optional(),
  alarmTopic: z
    .string()
    .regex(/^arn:aws:sns:[a-z0-9-]+:\d{12}:[\w-]+$/)
    .optional(),
  /**
   * Where the pages are, without a path: whoever has signed in is sent back there and nowhere else. Absent: the
   * name that CloudFront gives the pages; where no pages are deployed, the deployment asks.
   */
  pagesUrl: z
    .union([Web, z.literal(localPages)])
    .refine((url) => !URL.canParse(url) || new URL(url).origin === url, {
      error: 'expected scheme and host alone',
    })
    .optional(),
  /** Data and keys go when the stacks go, and the audit log is not locked. Never with real people. */
  isTrial: z.boolean().default(false),
});

const hostOf = (email: string) => email.slice(email.indexOf('@') + 1);

/** One deployment: a county, or a trial of one. A file `infra/counties/<name>.json`. */
export const CountySettings = Fields.superRefine((settings, { addIssue }) => {
  const { alarmEmail, alarmTopic, anchors, pagesUrl, region } = settings;
  const refuse = (field: keyof typeof settings, message: string) =>
    addIssue({ code: 'custom', path: [field], message });
  if (alarmTopic && alarmEmail) refuse('alarmTopic', 'expected an address or a topic, not both');
  if (alarmTopic && alarmTopic.split(':')[3] !== region)
    refuse('alarmTopic', 'expected a topic of the region, as alarms reach no other');
  if (settings.isTrial) return;
  if (alarmEmail && isOfNobody(hostOf(alarmEmail)))
    refuse('alarmEmail', 'expected an address that somebody reads');
  if (anchors.email && isOfNobody(hostOf(anchors.email)))
    refuse('anchors', 'email: expected an address that somebody reads');
  if (pagesUrl && isOfNobody(new URL(pagesUrl).hostname))
    refuse('pagesUrl', 'expected a name that is the county’s; another is for trials');
});
export type CountySettings = z.infer<typeof CountySettings>;
