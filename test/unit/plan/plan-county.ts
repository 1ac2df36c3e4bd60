import {
  interventions,
  presets,
  priceIndex,
  releaseLimits,
  serviceStatusRules,
  unitCosts,
} from '../../../data-contracts/catalogues/index.ts';
import olderPeople from '../../../data-contracts/programmes/older-people.json' with { type: 'json' };
import type { Intervention } from '../../../data-contracts/schemas/intervention.ts';
import type { Plan } from '../../../data-contracts/schemas/plan.ts';
import type { PlanRequest } from '../../../data-contracts/schemas/plan-request.ts';
import { Programme } from '../../../data-contracts/schemas/programme.ts';
import { type PlanPorts, requestPlan } from '../../../functions/core/plan/request-plan.ts';
import type { RankedClient, ScoreFilter } from '../../../functions/core/ports/score-store.ts';
import { MemoryAuditLog } from '../audit/memory-audit-log.ts';
import { asTrained, clientOf, knownToSomeUnit, legalBases, objection } from '../cohort/small-county.ts';
import { ledgerOf } from '../release/ledger-of.ts';
import { MemoryAnswers } from '../release/memory-answers.ts';
import { MemoryQuestionMeter } from '../release/memory-question-meter.ts';

export const at = '2026-01-15T09:00:00Z';
export const peopleInCounty = 120;
export const ends = [2, 6, 12, 24, 36];

/** A client of the invented county; number 0 is the frailest. */
function personOf(number: number) {
  const frailty = 1 - number / peopleInCounty;
  const shares = [0.05, 0.1, 0.15, 0.35, 0.35];
  return {
    ageYears: 70 + 25 * frailty,
    municipality: ['905', '399', '545'][number % 3] as string,
    serviceStatus: number % 2 === 0 ? ('regular-home-care' as const) : ('none' as const),
    livesAlone: number % 3 === 1 ? ('yes' as const) : ('no' as const),
    sources: number % 40 === 7 ? 'population-register,rai' : 'population-register,primary-care',
    outcomeMass: shares.map((share) => 0.5 * frailty * share),
    competingMass: shares.map((share) => (0.1 + 0.2 * frailty) * share),
    values: {
      age_years: 70 + 25 * frailty,
      cost_cents_12: number % 50 === 49 ? Number.NaN : 300_000 + 1_500_000 * frailty,
      cost_cents_24: 500_000 + 2_500_000 * frailty,
      hospital_days_12: number % 4 === 0 ? 6 : 0,
      hospital_days_24: number % 3 === 0 ? 8 : 6,
      hospital_days_3: number % 4 === 0 ? 4 : 0,
      home_care_months_12: number % 2 === 0 ? 9 : 0,
      falls_24: number % 5 === 0 ? 2 : 0,
      has_memory_disorder_24: number % 3 === 0 ? 1 : 0,
      has_informal_carer: number % 6 === 0 ? 1 : number % 7 === 0 ? Number.NaN : 0,
    } as Record<string, number>,
  };
}

export const people = Array.from({ length: peopleInCounty }, (_, number) => personOf(number));

/** Who has said no, by number. */
export const objectors = [0, 12, 24, 36, 48, 60];

const fits =
  ({ municipalities, fromAgeYears = 0, toAgeYears = 200, serviceStatuses, livesAlone }: ScoreFilter) =>
  (number: number) => {
    const { municipality, ageYears, ...who } = people[number]!;
    if (serviceStatuses && !serviceStatuses.includes(who.serviceStatus)) return false;
    if (livesAlone && who.livesAlone !== livesAlone) return false;
    const isThere = !municipalities || municipalities.includes(municipality);
    return isThere && ageYears >= fromAgeYears && ageYears < toAgeYears + 1;
  };

const numbers = [...people.keys()];
export const numberOf = (client: string) => numbers.find((number) => clientOf(number) === client)!;

/** Ports in memory; what was written to the audit log, and whose curves were read. */
export function planCounty(changes: Partial<PlanPorts> = {}) {
  const audit = new MemoryAuditLog();
  const curvesRead: string[] = [];
  const ports: PlanPorts = {
    programme: Programme.parse(olderPeople),
    interventions,
    unitCosts,
    priceIndex,
    presets,
    legalBases,
    audit,
    consentLedger: ledgerOf(
      (client) => (objectors.includes(numberOf(client)) ? [objection('objection')] : []),
      numbers.map(clientOf),
    ),
    meter: new MemoryQuestionMeter(),
    limits: releaseLimits,
    answers: new MemoryAnswers(),
    relationships: knownToSomeUnit,
    clock: { now: () => at },
    newId: () => 'r-1',
    scores: {
      describe: async () => ({
        origin: 'simulated',
        modelVersion: 'older-people-0123456789abcdef',
        landmarkOn: '2026-01-01',
        clearContributions: null,
        averageProbability: [0.03, 0.1],
        typicalByAge: [],
        monitoring: asTrained,
        serviceStatusRules,
      }),
      cells: async () =>
        people.map(({ municipality, ageYears, serviceStatus, livesAlone }) => ({
          municipality,
          serviceStatus,
          livesAlone,
          ageYears: Math.floor(ageYears),
          clients: 1,
        })),
      async *inOrderOfClient(filter) {
        const all = numbers.filter(fits(filter)).map(
          (number): RankedClient => ({
            client: clientOf(number),
            probability: 0.1,
            municipality: people[number]!.municipality,
            ageYears: people[number]!.ageYears,
            serviceStatus: people[number]!.serviceStatus,
            livesAlone: people[number]!.livesAlone,
            sourcesUsed: people[number]!.sources,
          }),
        );
        for (let from = 0; from < all.length; from += 50) yield all.slice(from, from + 50);
      },
      curvesOf: async (clients, features) => {
        curvesRead.push(...clients);
        const asked = clients.map((client) => people[numberOf(client)]!);
        return {
          ends,
          outcomeMass: Float32Array.from(asked.flatMap(({ outcomeMass }) => outcomeMass)),
          competingMass: Float32Array.from(asked.flatMap(({ competingMass }) => competingMass)),
          ageYears: Float64Array.from(asked, ({ ageYears }) => ageYears),
          municipality: asked.map(({ municipality }) => municipality),
          values: Object.fromEntries(
            features.map((feature) => [
              feature,
              Float64Array.from(asked, ({ values }) => values[feature] ?? Number.NaN),
            ]),
          ),
        };
      },
    },
    ...changes,
  };
  return { ports, audited: audit.entries, curvesRead };
}

export const request = (changes: Partial<PlanRequest> = {}): PlanRequest => ({
  programme: 'older-people',
  budgetCents: 2_000_000,
  capacity: { 'geriatric-assessment': 12, 'caregiver-counselling': 5 },
  worthPerHomeYearCents: 2_000_000,
  equalWithinCents: 10_000,
  draws: 100,
  seed: 1,
  purpose: 'planning',
  requester: { id: 'w-17', role: 'planner', unit: 'unit-4' },
  language: 'en',
  ...changes,
});

/** The plan of the invented county as `request()` asks for it, made once. */
let plain: Promise<Plan> | undefined;

/** The plan of the invented county for a request. */
export function planOf(changes?: Partial<PlanRequest>, ports?: Partial<PlanPorts>): Promise<Plan> {
  if (changes || ports) return made(changes, ports);
  plain ??= made();
  return plain;
}

async function made(changes: Partial<PlanRequest> = {}, ports: Partial<PlanPorts> = {}) {
  const outcome = await requestPlan(planCounty(ports).ports, request(changes), { at, requestId: 'r-1' });
  if (outcome.status !== 'planned') throw new Error(outcome.status);
  return outcome.plan;
}

/** The shipped catalogue with one entry changed. */
export const catalogueWith = (id: string, change: (entry: Intervention) => Intervention): Intervention[] =>
  interventions.map((entry) => (entry.id === id ? change(entry) : entry));
