import fc from 'fast-check';
import { DataSource } from '../../data-contracts/schemas/data-source.ts';
import { Purpose } from '../../data-contracts/schemas/purpose.ts';
import { Role } from '../../data-contracts/schemas/requester.ts';
import { UseCase } from '../../data-contracts/schemas/use-case.ts';

export const people = [0, 1, 2];
export const units = ['unit-1', 'unit-2'];
export const otherUnit = (own: string) => units.find((each) => each !== own) as string;
const person = fc.constantFrom(...people);
const unit = fc.constantFrom(...units);
const purpose = fc.constantFrom(...Purpose.options, 'outreach', 'planning');
const source = fc.constantFrom(...DataSource.options.slice(1, 4));

const saying = fc
  .record({
    person,
    about: fc.constantFrom('consent', 'consent', 'objection', 'prohibition', 'restriction', 'erasure'),
    isUsual: fc.constantFrom(true, true, false),
    purpose: fc.oneof(purpose, fc.constant('all')),
    source: fc.oneof(source, fc.constant('all')),
  })
  // more consents and fewer objections than coins would give, or nobody would ever be released
  .map(({ isUsual, ...what }) => ({ ...what, isGiven: (what.about === 'consent') === isUsual }));
/** What may happen next, in the life of a small county. */
export const steps = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      what: saying,
      ahead: fc.option(fc.integer({ min: -3000, max: 3000 }), { freq: 3 }),
      /** One of two documents of the person may say it, and it may end. */
      document: fc.option(fc.nat({ max: 1 }), { freq: 2 }),
      lasts: fc.option(fc.integer({ min: 1, max: 4000 }), { freq: 2 }),
      role: fc.oneof(
        { weight: 3, arbitrary: fc.constant('data-protection-officer' as const) },
        { weight: 2, arbitrary: fc.constant('prevention-worker' as const) },
        { weight: 1, arbitrary: fc.constantFrom(...Role.options) },
      ),
      unit,
      /** Whom a representative stands for: most often the person. */
      represents: fc.option(person),
      /** By the pseudonym made for the unit that tells it, or by another unit's. */
      isNamedAsOwn: fc.constantFrom(true, true, true, false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      what: saying,
      ago: fc.nat({ max: 4000 }),
      late: fc.nat({ max: 3000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.constantFrom(0, 1, 1, 59, 600, 1300, 1440),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('meet' as const),
      person,
      unit,
      from: fc.integer({ min: -2, max: 1 }),
      days: fc.option(fc.integer({ min: 0, max: 4 })),
      isTold: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('enact' as const),
      purpose,
      source: fc.constantFrom(...DataSource.options.slice(1, 4)),
      needsConsent: fc.boolean(),
      from: fc.integer({ min: -2, max: 1 }),
      days: fc.option(fc.integer({ min: 0, max: 5 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('repeal' as const), which: fc.nat({ max: 40 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      who: fc.oneof(
        {
          weight: 3,
          arbitrary: fc.constantFrom(
            ['prevention-worker', 'open-outreach-list'] as const,
            ['planner', 'ask-cohort'] as const,
            ['knowledge-manager', 'train-model'] as const,
            ['knowledge-manager', 'score-clients'] as const,
            ['planner', 'make-outreach-list'] as const,
          ),
        },
        {
          weight: 1,
          arbitrary: fc.tuple(fc.constantFrom(...Role.options), fc.constantFrom(...UseCase.options)),
        },
      ),
      otherPurpose: fc.option(purpose, { freq: 12 }),
      unit,
      /** Minutes; some questions are of an earlier instant, as when a release is looked into afterwards. */
      ago: fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.nat({ max: 4000 }) },
      ),
      ofOwnUnit: fc.oneof(fc.constant(true), fc.constant(true), fc.boolean()),
      sources: fc.oneof(
        { weight: 9, arbitrary: fc.uniqueArray(source, { minLength: 1, maxLength: 2 }) },
        { weight: 1, arbitrary: fc.constantFrom([], ['gossip'], ['rai', 'gossip']) },
      ),
    }),
  },
);
export type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;
