import { createHash } from 'node:crypto';
import type { Context } from 'aws-lambda';
import {
  legalBases,
  presets,
  releaseLimits,
  serviceStatusRules,
} from '../../data-contracts/catalogues/index.ts';
import type { ConsentEventKind } from '../../data-contracts/schemas/consent-event.ts';
import type { ReleaseLimits } from '../../data-contracts/schemas/release-limits.ts';
import type { RiskContributions, RiskScore } from '../../data-contracts/schemas/risk-score.ts';
import { ostrobothnia } from '../../data-contracts/vocabularies/municipalities.ts';
import { ServiceStatus } from '../../data-contracts/vocabularies/service-statuses.ts';
import { DevelopmentSignIn } from '../../functions/adapters/jose/development-sign-in.ts';
import { JoseTokenVerifier } from '../../functions/adapters/jose/jose-token-verifier.ts';
import { AnswerPseudonyms } from '../../functions/core/identity/unit-pseudonyms.ts';
import type { LedgerEvent } from '../../functions/core/ports/consent-ledger.ts';
import type { RankedClient, ScoreFilter, ScoreStore } from '../../functions/core/ports/score-store.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import { usualClaimNames } from '../../functions/core/sign-in/requester-of-claims.ts';
import { plannerHandler } from '../../functions/planner-api/handler.ts';
import { RandomStream } from '../../runner/simulation/random-stream.ts';
import { wordReason } from '../../wording/word-reason.ts';
import { MemoryOutreachStore } from '../contract/outreach/memory-outreach-store.ts';
import { apiEvent } from '../unit/api/api-event.ts';
import { MemoryAuditLog } from '../unit/audit/memory-audit-log.ts';
import { asTrained } from '../unit/cohort/small-county.ts';
import { smallCheckUps } from '../unit/hidden-demand/small-check-ups.ts';
import { smallHiddenCounty } from '../unit/hidden-demand/small-hidden-county.ts';
import { MemoryAnswers } from '../unit/release/memory-answers.ts';
import { MemoryQuestionMeter } from '../unit/release/memory-question-meter.ts';

export const now = '2026-01-15T09:00:00Z';
const beforeLandmark = '2025-06-01T00:00:00Z';
const unit = 'client-guidance-905';
const issuer = 'http://localhost:8787';

/** Somebody of the invented county; the pseudonym is as good as drawn by lot, as the lake's are. */
export interface Person {
  readonly client: string;
  readonly municipality: string;
  readonly ageYears: number;
  readonly probability: number;
  readonly serviceStatus: ServiceStatus;
  readonly livesAlone: 'yes' | 'no';
  /** Why planning withholds them since before the landmark; undefined: it does not. */
  readonly withheldBy: ConsentEventKind | undefined;
}

const municipalities = Object.keys(ostrobothnia);
const kinds = ['objection', 'objection', 'objection', 'prohibition', 'prohibition', 'restriction'] as const;

/** People of towns and of places with few, one in sixteen of them withheld from planning. */
export function peopleOf(seed: number, people: number): Person[] {
  const random = new RandomStream(seed, people);
  return Array.from({ length: people }, (_, number): Person => {
    const place = Math.floor(random.share() ** 2 * municipalities.length);
    const ageYears = 65 + random.share() ** 1.5 * 34;
    return {
      client: createHash('sha256').update(`${seed} ${number}`).digest('hex').slice(0, 32),
      municipality: municipalities[place]!,
      ageYears,
      probability: Math.min(0.95, random.share() ** 4 * ((ageYears - 55) / 40)),
      ...servicesOf(number, ageYears),
      withheldBy: random.chance(1 / 16) ? kinds[random.whole(0, kinds.length - 1)] : undefined,
    };
  });
}

/** As frequent as in a simulated county: of the old most have regular services, of the young few. */
function servicesOf(number: number, ageYears: number): Pick<Person, 'serviceStatus' | 'livesAlone'> {
  const random = new RandomStream(7, number);
  const rare = ServiceStatus.options.slice(1);
  const hasAny = random.chance((ageYears - 60) / 50);
  return {
    serviceStatus: hasAny ? rare[random.whole(0, rare.length - 1)]! : 'none',
    livesAlone: random.chance(0.4) ? 'yes' : 'no',
  };
}

/** What may be changed between two questions. */
export interface County {
  readonly people: readonly Person[];
  /** Somebody says something now; it holds at once. */
  readonly say: (client: string, kind: ConsentEventKind, purpose: LedgerEvent['purpose']) => void;
  /** As the next scoring leaves it: nobody is scored who has said no to profiling. */
  readonly scoreAgain: () => void;
  /** Everything is again as it was before anybody said anything. */
  readonly reset: () => void;
  /** Lists made so far are none: nobody is on another. */
  readonly freeEverybody: () => void;
  readonly audit: MemoryAuditLog;
  readonly counted: string[];
  readonly ask: (
    path: string,
    body?: object,
    method?: string,
  ) => Promise<{ status: number; content: ReturnType<typeof JSON.parse> }>;
  /** The planner's own pseudonym of somebody. */
  readonly toldAs: (client: string) => string;
}

/** The planner's API over an invented county in memory, behind the real gate. */
export async function attackedCounty(
  people: readonly Person[],
  limits: Partial<ReleaseLimits> = {},
): Promise<County> {
  const said = new Map<string, LedgerEvent[]>();
  let scored: readonly Person[] = [];
  let store = new MemoryOutreachStore();
  const event = (kind: ConsentEventKind, purpose: LedgerEvent['purpose'], at: string): LedgerEvent => ({
    consentEventId: `${kind}-${purpose}-${at}`,
    kind,
    purpose,
    coveredSource: 'all',
    effectiveAt: at,
    recordedAt: at,
  });
  const reset = () => {
    said.clear();
    for (const { client, withheldBy } of people)
      if (withheldBy) said.set(client, [event(withheldBy, 'planning', beforeLandmark)]);
    scored = people;
    store = new MemoryOutreachStore();
  };
  reset();
  const audit = new MemoryAuditLog();
  const counted: string[] = [];
  const clock = { now: () => now };
  let ids = 0;
  const newId = () => (++ids).toString(16).padStart(32, '0');
  const signIn = await DevelopmentSignIn.start(issuer, { clock, newId });
  const pseudonyms = new AnswerPseudonyms(createHash('sha256').update('attack').digest());
  const requester = { id: 'planner-1', role: 'planner', unit } as const;
  const token = await signIn.token(requester);
  const { outside } = pseudonyms.for(requester);
  const related = [{ unit, startedOn: '2020-01-01', recordedOn: '2020-01-02' }];
  const ports = {
    clock,
    newId,
    audit,
    legalBases: legalBases.map((basis) => ({ ...basis, kind: 'statute' as const })),
    limits: { ...releaseLimits, questionsPerDay: 1_000_000, alikeQuestionsPerDay: 1_000_000, ...limits },
    meter: new MemoryQuestionMeter(),
    answers: new MemoryAnswers(),
    consentLedger: {
      eventsOf: async (clients: readonly string[]) =>
        new Map(clients.map((client) => [client, said.get(client) ?? []])),
      clientsHeardSince: async () => new Set(said.keys()),
    },
    units: { unitsOn: async () => [unit] },
    relationships: {
      relationshipsOf: async (clients: readonly string[]) =>
        new Map(clients.map((client) => [client, related])),
    },
    scores: scoresOf(() => scored),
    isIntervention: () => true,
    presets,
    wordReason,
  };
  const programme = requireProgramme('older-people');
  const handler = plannerHandler({
    verifier: JoseTokenVerifier.withKeys(signIn.expected, signIn.keys, clock),
    claimNames: usualClaimNames,
    clock,
    newId,
    journal: {
      note: () => {},
      fault: (what, error) => counted.push(`${what}: ${error}`),
      count: (what) => counted.push(what),
      measure: () => {},
      flush: () => {},
    },
    audit,
    answerPseudonyms: async () => pseudonyms,
    answers: ports.answers,
    cohortPortsOf: async () => ({ ...ports, programme }),
    statisticsPortsOf: async () => ({ ...ports, programme }),
    presets: async () => presets,
    serviceStatusRules: async () => serviceStatusRules,
    unitPorts: { ...ports, unitNames: async () => [] },
    qualityPorts: {
      ...ports,
      publications: { current: async () => undefined },
      recording: () => ({ by: async () => [] }),
    },
    followPorts: async () => ({ ...ports, store }),
    listPortsOf: async () => ({ ...ports, programme, store }),
    hiddenPortsOf: async () => smallHiddenCounty().ports,
    checkUpPortsOf: async () => smallCheckUps().ports,
    planPortsOf: async () => {
      throw new Error('plans are not asked for here');
    },
  });
  return {
    people,
    say: (client, kind, purpose) => {
      said.set(client, [...(said.get(client) ?? []), event(kind, purpose, now)]);
    },
    scoreAgain: () => {
      const refuses = (client: string) => said.get(client)?.some(({ purpose }) => purpose === 'all');
      scored = people.filter(({ client }) => !refuses(client));
    },
    reset,
    freeEverybody: () => {
      store = new MemoryOutreachStore();
    },
    audit,
    counted,
    ask: async (path, body, method = 'POST') => {
      const headers = { 'idempotency-key': newId() };
      const result = await handler(apiEvent({ method, path, body, token, headers }), {} as Context);
      return { status: result.statusCode ?? 0, content: JSON.parse(result.body ?? 'null') };
    },
    toldAs: outside,
  };
}

function scoresOf(scored: () => readonly Person[]): ScoreStore {
  const fits = ({
    municipalities: asked,
    fromAgeYears = 0,
    toAgeYears = 200,
    serviceStatuses,
    livesAlone: alone,
  }: ScoreFilter) =>
    scored().filter(
      ({ municipality, ageYears, serviceStatus, livesAlone }) =>
        (!serviceStatuses || serviceStatuses.includes(serviceStatus)) &&
        (!alone || alone === livesAlone) &&
        (!asked || asked.includes(municipality)) &&
        ageYears >= fromAgeYears &&
        ageYears < toAgeYears + 1,
    );
  const ranked = ({ client, probability, municipality, ageYears, ...who }: Person): RankedClient => ({
    client,
    serviceStatus: who.serviceStatus,
    livesAlone: who.livesAlone,
    probability,
    municipality,
    ageYears,
    sourcesUsed: 'population-register,primary-care',
  });
  return {
    describe: async () => ({
      origin: 'simulated',
      modelVersion: 'older-people-0123456789abcdef',
      landmarkOn: '2026-01-01',
      averageProbability: [0.03, 0.1],
      typicalByAge: [],
      clearContributions: null,
      monitoring: asTrained,
      serviceStatusRules,
    }),
    cells: async (without) =>
      scored()
        .filter(({ client }) => !without.some(([from, before]) => client >= from && client < before))
        .map((person) => ({ ...ranked(person), ageYears: Math.floor(person.ageYears), clients: 1 })),
    async *likeliestFirst(filter) {
      yield fits(filter)
        .map(ranked)
        .sort((one, other) => other.probability - one.probability);
    },
    async *counted() {
      yield scored().map((person) => ({
        ...ranked(person),
        probability: [person.probability, person.probability] as const,
      }));
    },
    explained: async (clients) => {
      const byClient = new Map(scored().map((person) => [person.client, person]));
      return clients.map((client) => scoreOf(byClient.get(client)!));
    },
  };
}

const scoreOf = ({
  client,
  municipality,
  ageYears,
  probability,
  ...who
}: Person): Omit<RiskScore, 'curve'> => ({
  client,
  landmark_on: '2026-01-01',
  age_years: ageYears,
  sex: 'female',
  municipality,
  service_language: 'fi',
  service_status: who.serviceStatus,
  lives_alone: who.livesAlone,
  sources_used: 'population-register,primary-care',
  probability_h1: probability,
  probability_h2: Math.min(1, probability * 1.5),
  expected_cost_cents_h1: Math.round(probability * 4_000_000),
  expected_cost_cents_h2: Math.round(probability * 9_000_000),
  contributions: JSON.stringify({
    typical: { h1: probability, h2: Math.min(1, probability * 1.5) },
    h1: {},
    h2: {},
    against: {},
    contrary: { h1: [], h2: [] },
  } satisfies RiskContributions),
  feature_values: '{}',
});
