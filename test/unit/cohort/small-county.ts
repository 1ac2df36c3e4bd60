import { presets, releaseLimits, serviceStatusRules } from '../../../data-contracts/catalogues/index.ts';
import monitoringExample from '../../../data-contracts/examples/model-monitoring.json' with { type: 'json' };
import olderPeople from '../../../data-contracts/programmes/older-people.json' with { type: 'json' };
import type { CohortRequest } from '../../../data-contracts/schemas/cohort-request.ts';
import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import { ModelMonitoring } from '../../../data-contracts/schemas/model-monitoring.ts';
import { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import type { CohortPorts } from '../../../functions/core/cohort/request-cohort.ts';
import type { LedgerEvent } from '../../../functions/core/ports/consent-ledger.ts';
import type { RelationshipRegister } from '../../../functions/core/ports/relationship-register.ts';
import type { Dweller, ScoreFilter } from '../../../functions/core/ports/score-store.ts';
import { MemoryAuditLog } from '../audit/memory-audit-log.ts';
import { ledgerOf } from '../release/ledger-of.ts';
import { MemoryAnswers } from '../release/memory-answers.ts';
import { MemoryQuestionMeter } from '../release/memory-question-meter.ts';

export const at = '2025-06-01T09:00:00Z';
export const clientOf = (number: number) => number.toString(16).padStart(32, 'c0ffee0d');

const example = ModelMonitoring.parse(monitoringExample);
/** A model that has not aged, of people who are as those it learnt from. */
export const asTrained: ModelMonitoring = {
  ...example,
  age: { ...example.age!, months: 36, isStale: false },
};

/** Forty clients, the likeliest first; what stands behind each is the same but for a few. */
export const scores: RiskScore[] = Array.from({ length: 40 }, (_, place) => ({
  client: clientOf(place),
  landmark_on: '2025-05-01',
  age_years: 92.4 - place * 0.6,
  sex: 'female',
  municipality: ['905', '399', '545', '020'][place % 4] as string,
  service_language: place % 2 ? 'sv' : 'fi',
  service_status: 'none',
  lives_alone: place % 5 === 4 ? 'unknown' : 'yes',
  sources_used: place === 3 ? 'population-register,rai' : 'population-register,primary-care',
  probability_h1: Math.round((0.62 - place * 0.013) * 1e4) / 1e4,
  probability_h2: Math.round((0.88 - place * 0.015) * 1e4) / 1e4,
  expected_cost_cents_h1: 2_345_678 - place * 40_000,
  expected_cost_cents_h2: 9_345_678 - place * 100_000,
  curve: '{}',
  contributions: JSON.stringify({
    typical: { h1: 0.02, h2: 0.07 },
    h1: {
      has_memory_disorder_24: 0.21,
      home_care_months_12: 0.15,
      hospital_days_12: 0.04 - place * 0.02,
      lives_alone: 0.031,
      cost_cents_12: 0.0004,
      emergency_visits_12: -0.02,
    },
    h2: {
      has_memory_disorder_24: 0.11,
      home_care_months_12: 0.35,
      hospital_days_12: 0,
      lives_alone: -0.031,
      cost_cents_12: 0.02,
      emergency_visits_12: -0.02,
    },
    against: {
      has_memory_disorder_24: 0,
      home_care_months_12: 0,
      hospital_days_12: 0,
      lives_alone: 0,
      cost_cents_12: 200_000,
      emergency_visits_12: 1,
    },
    contrary: { h1: [], h2: [] },
  }),
  feature_values: JSON.stringify({
    has_memory_disorder_24: 1,
    home_care_months_12: 9,
    emergency_visits_12: 0,
    falls_24: place % 2,
    age_years: 92.4 - place * 0.6,
    hospital_days_12: place + 1,
    lives_alone: place % 5 === 4 ? null : 1,
    cost_cents_12: 1_250_000,
    is_male: 0,
  }),
}));

export const statute = (purpose: Purpose, dataSource: DataSource): LegalBasis => ({
  legalBasisId: `${purpose}-${dataSource}`,
  purpose,
  dataSource,
  kind: 'statute',
  provision: { fi: 'laki', sv: 'lag', en: 'act' },
  inForceFrom: '2023-01-01',
  confirmed: false,
});

/** That a purpose has a statute for all sources but assessments, and profiling for those too. */
export const statutesFor = (purpose: Purpose): LegalBasis[] => [
  ...DataSource.options.filter((source) => source !== 'rai').map((source) => statute(purpose, source)),
  ...DataSource.options.map((source) => statute('profiling', source)),
];

export const legalBases = statutesFor('planning');

/** Everybody is a client of some unit. */
export const knownToSomeUnit: RelationshipRegister = {
  relationshipsOf: async (clients) =>
    new Map(
      clients.map((client) => [
        client,
        [{ unit: 'health-centre-905', startedOn: '2020-01-01', recordedOn: '2020-01-02' }],
      ]),
    ),
};

export const objection = (kind: LedgerEvent['kind']): LedgerEvent => ({
  consentEventId: `e-${kind}`,
  kind,
  purpose: 'all',
  coveredSource: 'all',
  effectiveAt: '2025-01-01T00:00:00Z',
  recordedAt: '2025-01-01T00:00:00Z',
});

/** By place in the order of probability. */
export const ledger = new Map<number, LedgerEvent[]>([
  ...[1, 4, 6, 7, 8, 10].map((place): [number, LedgerEvent[]] => [place, [objection('objection')]]),
  [5, [objection('restriction')]],
]);

const fits =
  ({ municipalities, fromAgeYears = 0, toAgeYears = 200, serviceStatuses, livesAlone }: ScoreFilter) =>
  (score: RiskScore) =>
    (!serviceStatuses || serviceStatuses.includes(score.service_status!)) &&
    (!livesAlone || score.lives_alone === livesAlone) &&
    (!municipalities || municipalities.includes(score.municipality)) &&
    score.age_years >= fromAgeYears &&
    score.age_years < toAgeYears + 1;

export const peopleInCells = (clients: number) =>
  scores.map((score) => ({ ...dwellerIn(score), ageYears: Math.floor(score.age_years), clients }));

export const dwellerIn = (score: RiskScore): Dweller => ({
  municipality: score.municipality,
  ageYears: score.age_years,
  serviceStatus: score.service_status,
  livesAlone: score.lives_alone,
});

/** Ports in memory, and what was written to the audit log and read of explanations. */
export function smallCounty(changes: Partial<CohortPorts> = {}) {
  const audit = new MemoryAuditLog();
  const explained: string[] = [];
  const ports: CohortPorts = {
    programme: Programme.parse(olderPeople),
    legalBases,
    presets,
    wordReason: ({ group, direction }) => `${group} ${direction}`,
    audit,
    consentLedger: ledgerOf(
      (client) => ledger.get(scores.findIndex((score) => score.client === client)) ?? [],
      scores.map(({ client }) => client),
    ),
    meter: new MemoryQuestionMeter(),
    limits: { ...releaseLimits, smallestList: 1, coverGroup: 10_000 },
    answers: new MemoryAnswers(),
    relationships: knownToSomeUnit,
    clock: { now: () => at },
    newId: () => 'r-1',
    scores: {
      describe: async () => ({
        origin: 'simulated',
        modelVersion: 'older-people-0123456789abcdef',
        landmarkOn: '2025-05-01',
        averageProbability: [0.0312, 0.0987],
        typicalByAge: [
          { ageBand: '65-74', probability: [0.001, 0.004] },
          { ageBand: '75-79', probability: [0.003, 0.012] },
          { ageBand: '80-84', probability: [0.008, 0.031] },
          { ageBand: '85-89', probability: [0.015, 0.06] },
          { ageBand: '90+', probability: [0.021, 0.074] },
        ],
        clearContributions: {
          h1: { memory: 0.01, 'home-care': 0.2, hospital: null, 'living-alone': 0.031 },
          h2: { memory: 0.01, 'home-care': 0.2 },
        },
        monitoring: asTrained,
        serviceStatusRules,
      }),
      // each stands for five of their like, so that forty make no county of small groups
      cells: async () => peopleInCells(5),
      async *likeliestFirst(filter, horizon) {
        const ranked = scores.filter(fits(filter)).map((score) => ({
          ...dwellerIn(score),
          client: score.client,
          probability: score[`probability_${horizon}`],
          sourcesUsed: score.sources_used,
        }));
        for (let from = 0; from < ranked.length; from += 7) yield ranked.slice(from, from + 7);
      },
      async *counted() {
        yield scores.map((score) => ({
          ...dwellerIn(score),
          client: score.client,
          probability: [score.probability_h1, score.probability_h2] as const,
          sourcesUsed: score.sources_used,
        }));
      },
      explained: async (clients) => {
        explained.push(...clients);
        return clients.map((client) => scores.find((score) => score.client === client) as RiskScore);
      },
    },
    ...changes,
  };
  return { ports, audited: audit.entries, explained };
}

export const request = (changes: Partial<CohortRequest> = {}): CohortRequest => ({
  programme: 'older-people',
  horizonMonths: 12,
  size: 10,
  purpose: 'planning',
  requester: { id: 'w-17', role: 'planner', unit: 'unit-4' },
  language: 'fi',
  reasonsShown: 3,
  ...changes,
});
